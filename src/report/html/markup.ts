import { inMarkup } from '../escape.ts';

/** What is HTML already. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | undefined | readonly Part[];

/**
 * A template that makes HTML: what is put into it is escaped, for text and for quoted attributes, unless it is
 * HTML already. `undefined` is nothing, an array is its parts one after the other.
 */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = pieces[0] ?? '';
  for (const [index, part] of parts.entries()) text += textOf(part) + (pieces[index + 1] ?? '');
  return { markup: text };
}

/** Of the program's own, to be taken as it is. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(textOf).join('');
  return inMarkup(String(part));
}
