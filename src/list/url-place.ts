import type { Definition, Image, Link } from 'mdast';
import { decodeMarkdown } from './entities.ts';
import type { Span } from './span.ts';

/** Where the address of `[text](address "title")` or `![alt](address)` stands, without angle brackets. */
export function destinationOf(
  node: Link | Image,
  source: string,
  span: Span,
  from: number,
): Span | undefined {
  // The text may hold `](` too, in code or in an image: the right one is that whose address is the node's.
  let at = source.indexOf('](', from);
  for (let tries = 0; at !== -1 && at < span.end && tries < 50; tries++) {
    const place = scanDestination(source, at + 2, span.end);
    if (place && decodeMarkdown(source.slice(place.start, place.end)) === node.url) return place;
    at = source.indexOf('](', at + 2);
  }
  return undefined;
}

/** Where the address of `[label]: address` stands. */
export function definitionDestination(node: Definition, source: string, span: Span): Span | undefined {
  let at = span.start + 1;
  while (at < span.end && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  const place = scanDestination(source, at + 2, span.end);
  return place && decodeMarkdown(source.slice(place.start, place.end)) === node.url ? place : undefined;
}

function scanDestination(source: string, from: number, end: number): Span | undefined {
  let start = from;
  while (start < end && (isBlank(source, start) || source[start] === '>')) start++;
  if (source[start] === '<') {
    let close = start + 1;
    while (close < end && source[close] !== '>') close += source[close] === '\\' ? 2 : 1;
    return close < end ? { start: start + 1, end: close } : undefined;
  }
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const char = source[at]!;
    if (char === '\\' && '()\\'.includes(source[at + 1] ?? '')) at++;
    else if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) break;
    else if (isBlank(source, at)) break;
  }
  return { start, end: Math.min(at, end) };
}

// An address may hold blanks that are not ASCII, as Markdown has it.
function isBlank(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code <= 32 && code !== 0;
}
