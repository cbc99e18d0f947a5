import type { Span } from './span.ts';
import { isBlank, skipBlank, type Token } from './token.ts';

/** What stands between a name and the description. */
export interface AfterName {
  /** Extras before the description. */
  before: Token[];
  separator: Span | undefined;
  /** Index of the description's first token; the number of tokens where there is none. */
  next: number;
}

const markers = new Set(['emoji', 'shortcode', 'badge', 'image', 'kbd']);
const dash = /^(?:-{1,3}|=?-?>+|[‐‑–—―‒−~|｜:：,，;；•·→⇒➜»、]+|\.)$/;
const connector = /^(?:[,，/&+|·•、;；-]|and|or)$/;
/** What joins a second link to a name that is a link: dashes and colons would set it off. */
const joint = /^(?:[,，/&+·•、]|and|or)$/;

/** Reads what follows a name that ends at `end`: extras, the separator, extras again. */
export function readAfterName(tokens: readonly Token[], from: number, end: number): AfterName {
  const run = readExtras(tokens, from);
  const before = acceptable(tokens, run);
  const last = before.at(-1);
  const at = last ? tokens.indexOf(last, from) + 1 : from;
  const edge = last?.end ?? end;
  const next = skipBlank(tokens, at);
  if (next === tokens.length) return { before, separator: undefined, next };
  if (isSeparator(tokens, next)) return afterSeparator(tokens, next, edge, before);
  return { before, separator: { start: edge, end: tokens[next]!.start }, next };
}

/** Whether the token at an index sets a description off from what stands before it. */
export function isSeparator(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'separator' || !dash.test(token.text)) return false;
  const spaceBefore = isBlank(tokens[at - 1]);
  const spaceAfter = at + 1 === tokens.length || isBlank(tokens[at + 1]);
  if (token.text === '.') return spaceAfter && at + 1 < tokens.length;
  return token.text === '-' ? spaceBefore || spaceAfter : true;
}

interface Run {
  tokens: Token[];
  /** Index of what follows. */
  next: number;
}

/** Everything after the name that may be an extra. */
function readExtras(tokens: readonly Token[], from: number): Run {
  const run: Token[] = [];
  let at = skipBlank(tokens, from);
  let next = from;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (markers.has(token.kind) || ['group', 'code', 'link'].includes(token.kind)) {
      run.push(token);
      next = at + 1;
      // What follows a line break is no longer beside the name.
      if (tokens[next]?.kind === 'break') break;
    } else {
      const joins = run.some(({ kind }) => kind === 'link') ? connector : isSecond(at) ? joint : undefined;
      if (!joins?.test(token.text) || tokens[skipBlank(tokens, at + 1)]?.kind !== 'link') break;
    }
    at = skipBlank(tokens, at + 1);
  }
  return { tokens: run, next };

  /** Right behind a name that is a link. */
  function isSecond(index: number): boolean {
    return tokens[from - 1]?.kind === 'link' && skipBlank(tokens, from) === index;
  }
}

/** Those of the run that are extras for certain: all where a separator or the end follows, else what nothing else can be. */
function acceptable(tokens: readonly Token[], run: Run): Token[] {
  const at = skipBlank(tokens, run.next);
  const isClosed = at === tokens.length || isSeparator(tokens, at) || tokens[run.next]?.kind === 'break';
  const isEnd = at === tokens.length;
  const accepted: Token[] = [];
  for (const token of run.tokens) {
    const isLong = token.kind === 'group' && token.url === undefined && token.text.length > 40;
    const isSure = markers.has(token.kind) || (token.kind === 'group' && isSureGroup(token));
    if (isClosed ? isLong && isEnd : !isSure) break;
    accepted.push(token);
  }
  return accepted;
}

function isSureGroup({ mark, url, text }: Token): boolean {
  return url !== undefined || (mark !== '(' && mark !== '（' && text.length <= 30);
}

function afterSeparator(tokens: readonly Token[], at: number, edge: number, before: Token[]): AfterName {
  let next = skipBlank(tokens, at + 1);
  const separator = { start: edge, end: tokens[next]?.start ?? tokens[at]!.end };
  const extras = [...before];
  // `**Name** - ([Repo](url)) Description`, `[Name](url) - 🎥 Description`
  for (let token = tokens[next]; token; token = tokens[next]) {
    const isSource = token.kind === 'group' && token.url !== undefined;
    if (!markers.has(token.kind) && !isSource) break;
    extras.push(token);
    next = skipBlank(tokens, next + 1);
  }
  return { before: extras, separator, next };
}
