import type { VenueSpan } from './line-parts.ts';
import { trimTokens } from './line-parts.ts';
import type { Name } from './link-name.ts';
import { isBlank, skipBlank, type Token, textOf } from './token.ts';
import type { Venue } from './types.ts';

/** A venue and the index of what follows it. */
export interface FoundVenue extends VenueSpan {
  next: number;
  /** `sure` whatever stands in the entries beside it, `maybe` beside others, `no` only among citations. */
  likelihood: 'sure' | 'maybe' | 'no';
}

/** Years and the like: `2014`, `'20`, `SOSP17`, `CLOUD COMPUTING 17`. */
const year = /(?:^|\D)(?:19|20)\d\d(?!\d)|['’‘`]\s?\d\d(?!\d)|[a-z]\s?\d\d(?!\d)/i;
const longest = 80;

/**
 * The venue that directly follows a name: `, _SOSP17_`, ` (CloudCom15)`, ` Eurosys'20`. Among citations anything
 * emphasised or a few bare words will do; elsewhere it must look like a year.
 */
export function findVenue(
  { tokens, next, edge, emphasis }: Name,
  source: string,
  amongCitations: boolean,
): FoundVenue | undefined {
  let at = skipBlank(tokens, next);
  if (tokens[at]?.kind === 'separator' && /^(?:[,，:：.;-]|–|—)$/.test(tokens[at]!.text)) {
    at = skipBlank(tokens, at + 1);
  }
  const token = tokens[at];
  if (!token) return undefined;
  const separator = source.slice(edge, token.start);
  const isTitle = emphasis.mark === '**' || emphasis.mark === '__';
  if (token.kind === 'emphasis' || token.kind === 'strong') {
    const hasYear = year.test(token.text) && token.text.length <= longest;
    if (!hasYear && !amongCitations) return undefined;
    const likelihood = gradeOf(hasYear, isTitle, isShort(tokens, at));
    return { ...spanOf(token, separator), next: at + 1, likelihood };
  }
  if (token.kind === 'group' && token.url === undefined && token.mark === '(') {
    if (!year.test(token.text) || token.text.length > longest) return undefined;
    return { ...spanOf(token, separator), next: at + 1, likelihood: 'maybe' };
  }
  return amongCitations ? bareVenue(tokens, at, separator, isTitle) : undefined;
}

function spanOf(token: Token, separator: string): VenueSpan {
  const inner = trimTokens(token.inner?.() ?? []) ?? token;
  const text = token.text.trim();
  return {
    start: inner.start,
    end: inner.end,
    text,
    emphasis: (token.mark ?? '') as Venue['emphasis'],
    separator,
  };
}

function bareVenue(
  tokens: readonly Token[],
  at: number,
  separator: string,
  isTitle: boolean,
): FoundVenue | undefined {
  if (!/^,?\s+$/.test(separator)) return undefined;
  let end = at;
  while (end < tokens.length && isVenueWord(tokens[end]!)) end++;
  const span = trimTokens(tokens.slice(at, end));
  const text = textOf(tokens, at, end);
  const words = text.split(/\s+/).length;
  if (!span || words > 6 || text.length > longest) return undefined;
  const isAll = skipBlank(tokens, end) === tokens.length;
  const isYear = year.test(text);
  if (!isYear && !(isAll && words <= 3)) return undefined;
  return {
    ...span,
    text,
    emphasis: '',
    separator,
    next: end,
    likelihood: isYear && isTitle ? 'maybe' : 'no',
  };
}

function gradeOf(hasYear: boolean, isTitle: boolean, isShort: boolean): FoundVenue['likelihood'] {
  if (hasYear) return isTitle ? 'sure' : 'maybe';
  return isTitle && isShort ? 'maybe' : 'no';
}

// An emphasised sentence that is all there is may be a description.
function isShort(tokens: readonly Token[], at: number): boolean {
  const rest = skipBlank(tokens, at + 1);
  return (
    tokens[at]!.text.split(/\s+/).length <= 6 && (rest === tokens.length || tokens[rest]!.kind === 'group')
  );
}

function isVenueWord(token: Token): boolean {
  return token.kind === 'word' || isBlank(token) || (token.kind === 'separator' && token.text !== ',');
}
