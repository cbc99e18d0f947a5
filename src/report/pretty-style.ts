import type picocolors from 'picocolors';
import type { Severity } from '../message.ts';
import { shorten } from './columns.ts';
import { forTerminal } from './escape.ts';
import type { ReporterOptions } from './index.ts';

type Colours = ReturnType<typeof picocolors.createColors>;
/** What the reader wants to see, and how to paint it. */
export type Style = ReporterOptions & { paint: Colours };

/** An address longer than this is cut in the middle; the JSON report has it whole. */
const longestWord = 160;

export const paintOf: Record<Severity, keyof Colours & ('red' | 'yellow' | 'blue')> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
};

/** A text on one line, safe for a terminal, its longest words cut. */
export function printable(text: string): string {
  const words = forTerminal(text).split(' ');
  return words.map((word) => shorten(word, longestWord)).join(' ');
}
