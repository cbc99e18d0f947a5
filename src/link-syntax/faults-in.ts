import type { Nodes } from 'mdast';
import type { Source } from '../source.ts';
import { maskedText } from '../text/masked.ts';
import { type Fault, moved } from './fault.ts';
import { textFaults } from './text-faults.ts';

/** Links of a block that Markdown does not read as links, placed in the source; none where there is no block. */
export function faultsIn(block: Nodes | undefined, source: Source): Fault[] {
  const masked = block && maskedText(block, source);
  return masked ? textFaults(masked.text).map((fault) => moved(fault, masked.start)) : [];
}
