import { readAfterName } from './after-name.ts';
import type { CitationMode } from './draft.ts';
import { type ExtraSpan, extraOf, type TextSpan, textSpan, type VenueSpan } from './line-parts.ts';
import type { Name } from './link-name.ts';
import { findName } from './name.ts';
import type { Span } from './span.ts';
import type { Token } from './token.ts';
import { readTrailing } from './trailing.ts';
import { findVenue } from './venue.ts';

/** A line read as an entry: its name, and what stands around it. */
export interface Line {
  name: Name;
  separator: Span | undefined;
  description: TextSpan | undefined;
  venue: VenueSpan | undefined;
  extras: ExtraSpan[];
}

/** Whether a line is a citation for certain, may be one, or is none. */
export function citationLikelihood(name: Name | undefined, source: string): 'sure' | 'maybe' | 'no' {
  if (!name || name.sentenceFrom !== undefined || name.url === undefined) return 'no';
  const groups = name.before.filter(({ kind }) => kind === 'group');
  // `[Name] (https://…)` was meant for a link.
  const isBroken = groups.some(({ url }) => url === undefined) && groups.some(({ mark }) => mark === '(');
  if (!isBroken && groups.some(({ url }) => url !== undefined)) return 'sure';
  return findVenue(name, source, true)?.likelihood ?? 'no';
}

/** Reads a line; undefined where it says nothing. */
export function readLine(tokens: readonly Token[], source: string, citation: CitationMode): Line | undefined {
  return lineNamed(findName(tokens), source, citation);
}

/** The same of a line whose name is found already. */
export function lineNamed(name: Name | undefined, source: string, citation: CitationMode): Line | undefined {
  if (!name) return undefined;
  const lead = name.before.map((token) => extraOf(token, 'before'));
  if (name.sentenceFrom !== undefined) return sentence(name, lead);
  const venue = citation === 'none' ? undefined : findVenue(name, source, citation === 'among citations');
  const from = venue?.next ?? name.next;
  const edge = venue ? Math.max(venue.end, name.tokens[from - 1]!.end) : name.edge;
  const { before, separator, next } = readAfterName(name.tokens, from, edge);
  const { after, end } = readTrailing(name.tokens, next);
  const words = textSpan(name.tokens, next, end);
  // A stray full stop describes nothing.
  const description =
    words && /[\p{Letter}\p{Number}\p{Extended_Pictographic}]/u.test(words.text) ? words : undefined;
  // At the end of a line without a description there is nothing that extras could stand before.
  const where = description || hasMark(separator) ? 'before' : 'after';
  const extras = [
    ...before.map((token) => extraOf(token, where)),
    ...after.map((token) => extraOf(token, 'after')),
  ];
  return {
    name,
    separator: description || hasMark(separator) ? separator : undefined,
    description,
    venue: venue && spanOnly(venue),
    extras: [...lead, ...extras],
  };

  function hasMark(span: Span | undefined): boolean {
    return span !== undefined && /\S/.test(source.slice(span.start, span.end));
  }
}

function spanOnly({ start, end, text, emphasis, separator }: VenueSpan): VenueSpan {
  return { start, end, text, emphasis, separator };
}

/** A line in which the link stands within a sentence. */
function sentence(name: Name, lead: ExtraSpan[]): Line {
  const from = name.sentenceFrom!;
  const { after, end } = readTrailing(name.tokens, from);
  return {
    name,
    separator: undefined,
    description: textSpan(name.tokens, from, end),
    venue: undefined,
    extras: [...lead, ...after.map((token) => extraOf(token, 'after'))],
  };
}
