import type { Nodes } from 'mdast';
import type { Line } from './line.ts';
import type { Span } from './span.ts';
import type { EntryForm } from './types.ts';

/** How the entries beside an entry are to be read: what follows a name may be a venue. */
export type CitationMode = 'none' | 'alone' | 'among citations';

/** An entry before its line is read: that depends on the entries beside it. */
export interface Draft {
  form: EntryForm;
  node: Nodes;
  /** The whole entry without its children. */
  span: Span;
  /** The stretches that hold its links. */
  blocks: Span[];
  /** The inline nodes that its description may be made of. */
  inline: readonly Nodes[];
  /** Blocks that hold its children. */
  nested: readonly Nodes[];
  read(mode: CitationMode): Line | undefined;
  /** Whether it may be a citation; undefined for forms that never are. */
  citation: 'sure' | 'maybe' | 'no' | undefined;
}
