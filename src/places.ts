import type { Position } from 'unist';
import type { VFileMessage } from 'vfile-message';
import type { Edit } from './message.ts';

/** All places of a finding; none for one about the file or the repository. */
export function placesOf({ place, places }: VFileMessage): Position[] {
  if (places) return places;
  if (!place) return [];
  return ['start' in place ? place : { start: place, end: place }];
}

/** Leaves a finding with only these of its places, and its fix with what it does outside of the others. */
export function narrow(message: VFileMessage, left: Position[]): void {
  const gone = placesOf(message).filter((place) => !left.includes(place));
  const edits = message.fix?.edits.filter((edit) => !gone.some((place) => isWithin(edit, place))) ?? [];
  message.fix = message.fix && edits.length > 0 ? { ...message.fix, edits } : undefined;
  message.places = left;
  message.place = left[0];
  message.line = left[0]?.start.line;
  message.column = left[0]?.start.column;
}

function isWithin({ start, end }: Edit, place: Position): boolean {
  return place.start.offset! <= start && end <= place.end.offset!;
}
