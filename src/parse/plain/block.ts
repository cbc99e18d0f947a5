import type { RootContent } from 'mdast';
import { blank } from '../lines-of.ts';
import type { PlainLine } from './content.ts';

/** The lines of a list, or those within an item or a quote. */
export interface Lines {
  lines: readonly PlainLine[];
  /** How they end. */
  ending: string;
  /** Whether something in the list defines references. */
  isDefining: boolean;
  /** Of how many items and quotes they are the inside. */
  depth: number;
  /** Whether one of these is a quote. */
  isQuoted: boolean;
  /** All blocks of other such lines. Undefined if one of them needs a parser. */
  blocksOf(inside: Lines): RootContent[] | undefined;
}

/** A block, and the line behind it. */
export interface Block {
  node: RootContent;
  next: number;
}

export type BlockReader = (all: Lines, index: number) => Block | undefined;

export function isBlank({ text }: PlainLine): boolean {
  return blank.test(text);
}
