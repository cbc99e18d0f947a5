import type { Nodes } from 'mdast';
import type { Point, Position } from 'unist';
import { location } from 'vfile-location';
import type { MaskedText } from './text/masked.ts';
import type { Range } from './text/range.ts';

/** The text of a list, and the way between offsets (UTF-16 code units) and unist's lines and columns. */
export class Source {
  readonly text: string;
  /** Where texts without a position stand, by their parent: `rangeOfText` finds all of a parent at once. */
  readonly unplaced = new Map<Nodes, ReadonlyMap<Nodes, Range>>();
  /** Blocks as `maskedText` reads them, once for all rules. */
  readonly masked = new Map<Nodes, MaskedText>();
  readonly #location: ReturnType<typeof location>;

  constructor(text: string) {
    this.text = text;
    this.#location = location(text);
  }

  /** The point at an offset; the end of the text for one past it. */
  point(offset: number): Point {
    const point = this.#location.toPoint(Math.min(Math.max(offset, 0), this.text.length));
    if (!point) throw new RangeError(`no point at offset ${offset}`);
    return point;
  }

  /** The stretch from `start` up to but without `end`. */
  place(start: number, end: number): Position {
    return { start: this.point(start), end: this.point(end) };
  }

  /** What stands at a place. */
  slice(place: Position): string {
    return this.text.slice(place.start.offset, place.end.offset);
  }
}
