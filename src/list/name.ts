import { trimTokens } from './line-parts.ts';
import type { Span } from './span.ts';
import { isBlank, isLinked, skipBlank, type Token, textOf } from './token.ts';
import type { Entry } from './types.ts';

/** What an entry is called, and where in its line. */
export interface Name extends Span {
  text: string;
  emphasis: Entry['nameEmphasis'];
  url: string | undefined;
  /** Markers, tags and links before the name. */
  before: Token[];
  /** The line; markup around name and more is opened. */
  tokens: readonly Token[];
  /** Index of the first token after the name. */
  next: number;
  /** The link stands within a sentence: the whole line from this token on is the description. */
  sentenceFrom?: number;
}

type Mark = Entry['nameEmphasis']['mark'];

const markers = new Set(['emoji', 'shortcode', 'image', 'badge', 'kbd']);

/** Finds the name at the start of a line; undefined where the line says nothing. */
export function findName(line: readonly Token[]): Name | undefined {
  const first = skipBlank(line, 0);
  if (first === line.length) return undefined;
  const { tokens, at, mark } = openMarkup(line, skipLead(line));
  const token = tokens[at];
  if (!token) return badgeName(tokens) ?? wholeLine(tokens, first);
  const before = tokens
    .slice(0, at)
    .filter(({ kind }) => kind !== 'separator' && !isBlank({ kind } as Token));
  if (token.kind === 'link') return linkName(tokens, at, before, mark);
  const isNamed = token.kind === 'strong' || (token.kind === 'code' && isSetOff(tokens, at));
  if (isNamed) return strongName(tokens, at, before);
  const isSource = before.some((one) => one.kind === 'group' && isLinked(one));
  if (isSource) return titleAfterSource(tokens, at, before);
  return textName(tokens, markersOnly(tokens));
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

/** Markup nested deeper than this around a name is no way to write a name. */
const deepestMarkup = 6;

function opensWithLink(token: Token, depth = 0): boolean {
  const isMarkup = ['strong', 'emphasis', 'element', 'code'].includes(token.kind);
  if (token.url === undefined || !isMarkup || depth === deepestMarkup) return false;
  const inner = token.inner?.() ?? [];
  const first = inner[skipBlank(inner, 0)];
  return first?.kind === 'link' || (first !== undefined && opensWithLink(first, depth + 1));
}

/** Takes markup off that starts with the link: `**[Name](url)**`, `_[Name](url) - text_`. */
function openMarkup(
  line: readonly Token[],
  at: number,
): { tokens: readonly Token[]; at: number; mark: Mark } {
  let tokens = line;
  let mark: Mark = '';
  for (let token = tokens[at]; token && opensWithLink(token); token = tokens[at]) {
    mark ||= token.kind === 'strong' || token.kind === 'emphasis' ? ((token.mark ?? '') as Mark) : '';
    tokens = [...tokens.slice(0, at), ...token.inner!(), ...tokens.slice(at + 1)];
    at = skipBlank(tokens, at);
  }
  return { tokens, at, mark };
}

function linkName(tokens: readonly Token[], at: number, before: Token[], mark: Mark): Name {
  const link = tokens[at]!;
  const parts = link.inner?.() ?? [];
  const inside = insideOf(link);
  const sole = soleToken(parts);
  const isMarked = sole && ['strong', 'emphasis', 'code'].includes(sole.kind);
  const innerMark = (isMarked ? (sole.mark ?? '') : '') as Mark;
  return {
    text: link.text.trim(),
    ...inside,
    emphasis: mark === '' ? { mark: innerMark, inside: innerMark !== '' } : { mark, inside: false },
    url: link.url,
    before,
    tokens,
    next: at + 1,
  };
}

/** What stands inside a link's brackets or tags; all of it for an address in the text. */
function insideOf(token: Token): Span {
  const inner = trimTokens(token.inner?.() ?? []);
  return inner ?? { start: token.start, end: token.end };
}

function soleToken(tokens: readonly Token[]): Token | undefined {
  const visible = tokens.filter((token) => !isBlank(token));
  return visible.length === 1 ? visible[0] : undefined;
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

const plainName = { mark: '' as Mark, inside: false };

/** `[[ICCV](pdf)] Title [[code](url)]` */
function titleAfterSource(tokens: readonly Token[], at: number, before: Token[]): Name {
  let end = at;
  while (end < tokens.length && tokens[end]!.url === undefined) end++;
  const span = trimTokens(tokens.slice(at, end)) ?? { start: tokens[at]!.start, end: tokens[at]!.end };
  const url = before.find(isLinked)?.url;
  return { text: textOf(tokens, at, end), ...span, emphasis: plainName, url, before, tokens, next: end };
}

/** `[![logo](image)](url)` alone */
function badgeName(tokens: readonly Token[]): Name | undefined {
  const at = tokens.findIndex(({ kind, url }) => kind === 'badge' && url !== undefined);
  const badge = tokens[at];
  if (!badge) return undefined;
  const { start, end } = insideOf(badge);
  const text = badge.text.trim();
  return { text, start, end, emphasis: plainName, url: badge.url, before: [], tokens, next: at + 1 };
}

function wholeLine(tokens: readonly Token[], from: number): Name {
  const span = trimTokens(tokens.slice(from)) ?? { start: tokens[from]!.start, end: tokens[from]!.end };
  const text = textOf(tokens, from) || tokens.slice(from).find(({ text }) => text.trim() !== '')?.text || '';
  return { text, ...span, emphasis: plainName, url: undefined, before: [], tokens, next: tokens.length };
}

const labels =
  /^\W*(?:pdf|paper|code|github|gitlab|repo(?:sitory)?|source(?: code)?|link|here|web(?:site|page)?|site|home(?:page)?|docs?|demo|video|slides?|blog|project(?: page)?|arxiv|html|url|wiki|\d+)\W*$/i;

/** A line that starts with words. */
function textName(tokens: readonly Token[], from: number): Name {
  const before = tokens.slice(0, from).filter((token) => !isBlank(token));
  const linkAt = tokens.findIndex((token, index) => index >= from && isLinked(token));
  if (linkAt === -1) return { ...upToDash(tokens, from), before };
  const link = tokens[linkAt]!;
  const isLabel = link.kind === 'group' || /^\[.*\]$/.test(link.text) || labels.test(link.text);
  const last = lastVisible(tokens, from, linkAt);
  const isSetOff = last?.kind === 'separator' && /^[-–—:：|]+$/.test(last.text);
  const isColon = /[:：]$/.test(last?.text ?? '');
  const isSeveral = tokens.slice(linkAt + 1, linkAt + 4).some((token) => token.kind === 'link');
  if (isLabel || (isSetOff && !isColon) || (isColon && isSeveral))
    return leadName(tokens, from, linkAt, before);
  const { tokens: opened, at } = openMarkup(tokens, linkAt);
  const name = opened[at]?.kind === 'link' ? linkName(opened, at, before, '') : undefined;
  if (!name) return leadName(tokens, from, linkAt, before);
  return { ...name, tokens, next: tokens.length, sentenceFrom: from };
}

function lastVisible(tokens: readonly Token[], from: number, to: number): Token | undefined {
  for (let at = to - 1; at >= from; at--) if (!isBlank(tokens[at])) return tokens[at];
  return undefined;
}

/** `Title, Authors [[pdf]](url)`, `Topic: [one](url), [two](url)` */
function leadName(tokens: readonly Token[], from: number, to: number, before: Token[]): Name {
  let end = to;
  while (end > from + 1 && (isBlank(tokens[end - 1]) || tokens[end - 1]!.kind === 'separator')) end--;
  const span = trimTokens(tokens.slice(from, end)) ?? { start: tokens[from]!.start, end: tokens[from]!.end };
  const text = textOf(tokens, from, end).replace(/[:：]$/, '');
  const url = tokens[to]!.url;
  return {
    text,
    ...withoutColon(span, tokens[end - 1]),
    emphasis: plainName,
    url,
    before,
    tokens,
    next: end,
  };
}

function withoutColon(span: Span, last: Token | undefined): Span {
  return last && /[:：]$/.test(last.text) ? { start: span.start, end: span.end - 1 } : span;
}

/** `Name - text` without a link */
function upToDash(tokens: readonly Token[], from: number): Name {
  const dash = tokens.findIndex(
    ({ kind, text }, index) =>
      index > from + 1 && kind === 'separator' && /^[-–—]+$/.test(text) && isBlank(tokens[index - 1]),
  );
  const isName = dash !== -1 && isBlank(tokens[dash + 1]) && textOf(tokens, from, dash).length <= 60;
  if (!isName) return wholeLine(tokens, from);
  const span = trimTokens(tokens.slice(from, dash))!;
  const text = textOf(tokens, from, dash);
  return { text, ...span, emphasis: plainName, url: undefined, before: [], tokens, next: dash - 1 };
}
