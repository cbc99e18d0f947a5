import type { Edit, Fix, Severity } from '../message.ts';

/** Something that does not read as it was meant. Offsets are UTF-16 code units into the text it was found in. */
export interface Fault {
  start: number;
  end: number;
  /** One sentence without a full stop. */
  reason: string;
  expected?: string;
  /** How sure the repair is, and its edits; absent where there are several readings. */
  kind?: Fix['kind'];
  edits?: Edit[];
  /** Where it is less than the rule's own. */
  severity?: Severity;
}

export function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

export function remove(start: number, end: number): Edit {
  return { start, end, text: '' };
}

/** The fault with all of its offsets moved. */
export function moved(fault: Fault, by: number): Fault {
  const edits = fault.edits?.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
  return { ...fault, start: fault.start + by, end: fault.end + by, ...(edits && { edits }) };
}
