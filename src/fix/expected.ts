import type { Point, Position } from 'unist';
import type { Fix } from '../message.ts';
import { inOrder, replaced } from './apply.ts';

/**
 * What a fix would put in a finding's place: editors that speak unified's language write `expected` there word for word.
 * Undefined where the place is only a point, or the fix edits nothing within it or something before or behind it.
 * @param several the finding has more places than this: edits outside of it are the other places' business
 */
export function expectedAt(
  place: Position | Point | undefined,
  fix: Fix,
  { text, several = false }: { text: string; several?: boolean },
): string[] | undefined {
  if (!place || !('start' in place)) return undefined;
  const start = place.start.offset ?? 0;
  const end = place.end.offset ?? 0;
  const within = fix.edits.filter((edit) => edit.start >= start && edit.end <= end);
  if (within.length === 0 || (within.length < fix.edits.length && !several)) return undefined;
  const edits = within
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    .sort(inOrder);
  return [replaced(text.slice(start, end), edits)];
}
