import { leadingText } from './leading-text.ts';
import { insideOf, linkName, type Mark, type Name, openMarkup, opensWithLink } from './link-name.ts';
import { plainName } from './plain-name.ts';
import { isBlank, isLinked, skipBlank, type Token } from './token.ts';

const markers = new Set(['emoji', 'shortcode', 'image', 'badge', 'kbd']);

/** Finds the name at the start of a line; undefined where the line says nothing. */
export function findName(line: readonly Token[]): Name | undefined {
  const first = skipBlank(line, 0);
  if (first === line.length) return undefined;
  const opened = openMarkup(line, skipLead(line));
  const { tokens, at } = opened;
  const token = tokens[at];
  if (!token) return badgeName(tokens) ?? wholeLine(tokens, first);
  // `[![logo](image)](url) - Description.`
  if (token.kind === 'separator') return badgeName(tokens) ?? leadingText(tokens, markersOnly(tokens));
  const before = tokens
    .slice(0, at)
    .filter(({ kind }) => kind !== 'separator' && !isBlank({ kind } as Token));
  if (token.kind === 'link') return linkName(opened, before);
  const isNamed = token.kind === 'strong' || (token.kind === 'code' && isSetOff(tokens, at));
  if (isNamed) return strongName(tokens, at, before);
  const isSource = before.some((one) => one.kind === 'group' && isLinked(one));
  if (isSource) return titleAfterSource(tokens, at, before);
  return leadingText(tokens, markersOnly(tokens));
}

/** Index of what follows markers, tags and sources in front of a name; the number of tokens where nothing does. */
function skipLead(tokens: readonly Token[]): number {
  let at = skipBlank(tokens, 0);
  let sure = at;
  for (; at < tokens.length; at = skipBlank(tokens, at + 1)) {
    const token = tokens[at]!;
    if (token.kind === 'link' || token.kind === 'strong') return at;
    if (opensWithLink(token)) return at;
    if (markers.has(token.kind) || (token.kind === 'group' && isLinked(token)))
      sure = skipBlank(tokens, at + 1);
    else if (token.kind === 'code' && !isTagBefore(tokens, at)) return sure;
    else if (token.kind !== 'code' && token.kind !== 'group' && token.kind !== 'separator') return sure;
  }
  return sure;
}

/** `` `MIT` [Name](url) `` */
function isTagBefore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[skipBlank(tokens, at + 1)];
  return next !== undefined && (next.kind === 'code' || next.kind === 'link' || opensWithLink(next));
}

function markersOnly(tokens: readonly Token[]): number {
  let at = skipBlank(tokens, 0);
  while (at < tokens.length && markers.has(tokens[at]!.kind)) at = skipBlank(tokens, at + 1);
  return at;
}

function strongName(tokens: readonly Token[], at: number, before: Token[]): Name {
  const token = tokens[at]!;
  const inner = token.kind === 'code' ? { start: token.start, end: token.end } : insideOf(token);
  const isLabel = /[:：]$/.test(token.text.trim());
  return {
    text: token.text.trim().replace(/\s*[:：]$/, ''),
    start: inner.start,
    end: isLabel ? inner.end - 1 : inner.end,
    emphasis: { mark: (token.mark ?? '') as Mark, inside: false },
    url: token.url ?? firstAddress(tokens),
    before,
    tokens,
    next: at + 1,
    edge: token.end,
  };
}

function firstAddress(tokens: readonly Token[]): string | undefined {
  return (tokens.find(isLinked) ?? tokens.find(({ url }) => url !== undefined))?.url;
}

/** A name in code is one only where something sets it off from what follows. */
function isSetOff(tokens: readonly Token[], at: number): boolean {
  const next = tokens[skipBlank(tokens, at + 1)];
  return next === undefined || next.kind === 'separator' || next.kind === 'group' || next.kind === 'badge';
}

/** `[[ICCV](pdf)] Title [[code](url)]` */
function titleAfterSource(tokens: readonly Token[], at: number, before: Token[]): Name {
  let end = at;
  while (end < tokens.length && tokens[end]!.url === undefined) end++;
  return { ...plainName(tokens, at, end), url: before.find(isLinked)?.url, before };
}

/** `[![logo](image)](url)` alone */
function badgeName(tokens: readonly Token[]): Name | undefined {
  const at = tokens.findIndex(({ kind, url }) => kind === 'badge' && url !== undefined);
  const badge = tokens[at];
  if (!badge) return undefined;
  return { ...linkName({ tokens, at, mark: '', end: 0 }, []), text: badge.text.trim() };
}

/** A line of nothing but markers. */
function wholeLine(tokens: readonly Token[], from: number): Name {
  const name = plainName(tokens, from, tokens.length);
  const text =
    name.text ||
    tokens
      .slice(from)
      .find(({ text }) => text.trim() !== '')
      ?.text.trim() ||
    '';
  return { ...name, text };
}
