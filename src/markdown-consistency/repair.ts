import type { VFileMessage } from 'vfile-message';
import type { Edit, Fix } from '../message.ts';
import type { Range } from '../text/range.ts';
import type { Outline } from './outline.ts';

/**
 * What settles a finding of a plugin's: edits alone are safe and change nothing but layout. Undefined where more than
 * a few characters would have to change.
 */
export type Repair = (place: Range, message: VFileMessage, outline: Outline) => Edit[] | Fix | undefined;

/** What a message expects, where it names it in backticks. */
export function expectedIn({ reason }: VFileMessage): string | undefined {
  return /expected `([^`]+)`/.exec(reason)?.[1];
}
