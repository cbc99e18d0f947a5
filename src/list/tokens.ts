import type { Nodes } from 'mdast';
import { align } from './align.ts';
import { isBadgeImage } from './badge-image.ts';
import { decodeHtml } from './entities.ts';
import { attributeOf, type HtmlTag } from './html-tags.ts';
import { type Pairing, pairUp } from './pairs.ts';
import { plainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';
import { groupTokens, textTokens } from './text-tokens.ts';
import { skipBlank, type Token, type TokenKind, textOf } from './token.ts';

/** The line that inline nodes make up. */
export function tokensOf(nodes: readonly Nodes[], reading: Reading): Token[] {
  return groupTokens(
    pairUp(
      nodes.flatMap((node) => nodeTokens(node, reading)),
      elements(reading),
    ),
  );
}

/** The line that a stretch of raw HTML makes up. */
export function htmlTokens(span: Span, reading: Reading): Token[] {
  const raw: Token[] = [];
  let at = span.start;
  const addText = (end: number) => {
    const source = reading.source.text.slice(at, end);
    const value = decodeHtml(source);
    if (value !== '') raw.push(...textTokens(value, align(value, source, at)));
  };
  for (const tag of reading.tags.within(span)) {
    addText(tag.start);
    raw.push(tagToken(tag));
    at = tag.end;
  }
  addText(span.end);
  return groupTokens(pairUp(raw, elements(reading)));
}

function nodeTokens(node: Nodes, reading: Reading): Token[] {
  const span = reading.places.of(node);
  switch (node.type) {
    case 'text':
      return textTokens(
        node.value,
        align(node.value, reading.source.text.slice(span.start, span.end), span.start),
      );
    case 'html':
      return reading.tags.within(span).map(tagToken);
    case 'break':
      return [{ kind: 'break', text: '\n', ...span }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value, mark: '`', ...span }];
    case 'link':
    case 'linkReference':
      return [linkToken(node, span, reading)];
    case 'image':
    case 'imageReference': {
      const url = reading.links.of(node)?.url ?? '';
      return [{ kind: isBadgeImage(url) ? 'badge' : 'image', text: node.alt ?? '', ...span }];
    }
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [markupToken(node, span, reading)];
    default:
      return [{ kind: 'nothing', text: '', ...span }];
  }
}

function linkToken(
  node: Extract<Nodes, { type: 'link' | 'linkReference' }>,
  span: Span,
  reading: Reading,
): Token {
  const text = plainText(node);
  const inner = () => tokensOf(node.children, reading);
  const url = reading.links.of(node)?.url ?? '';
  if (text.trim() !== '') return { kind: 'link', text, inner, url, ...span };
  const alt = reading.links.of(node)?.text ?? '';
  const isImage = alt !== '' || reading.links.within(span).length > 1;
  return { kind: isImage ? 'badge' : 'link', text: alt, inner, url, ...span };
}

function markupToken(
  node: Extract<Nodes, { type: 'strong' | 'emphasis' | 'delete' }>,
  span: Span,
  reading: Reading,
): Token {
  const mark = reading.source.text[span.start] ?? '';
  return {
    kind: node.type === 'delete' ? 'element' : node.type,
    mark: node.type === 'strong' ? mark + mark : mark,
    text: plainText(node),
    inner: () => tokensOf(node.children, reading),
    url: firstAddress(reading, span),
    ...span,
  };
}

function firstAddress(reading: Reading, span: Span): string | undefined {
  return reading.links.within(span).find(({ kind }) => kind !== 'image')?.url;
}

interface TagToken extends Token {
  tag?: HtmlTag;
}

const voidKinds: Record<string, TokenKind> = { br: 'break', img: 'image' };

function tagToken(tag: HtmlTag): TagToken {
  const { start, end, name } = tag;
  if (tag.kind === 'close' || tag.kind === 'comment' || !(name in voidKinds)) {
    return { kind: 'nothing', text: '', start, end, tag };
  }
  const kind = voidKinds[name]!;
  if (kind === 'break') return { kind, text: '\n', start, end };
  const isBadge = isBadgeImage(attributeOf(tag, 'src')?.value ?? '');
  return { kind: isBadge ? 'badge' : kind, text: attributeOf(tag, 'alt')?.value ?? '', start, end };
}

const elementKinds: Record<string, TokenKind> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  kbd: 'kbd',
  code: 'code',
  tt: 'code',
};

const withoutEnd = new Set(['hr', 'input', 'wbr', 'source']);

function elements(reading: Reading): Pairing<TagToken> {
  return {
    opens: ({ tag }) => (tag?.kind === 'open' && !withoutEnd.has(tag.name) ? tag.name : undefined),
    closes: ({ tag }) => (tag?.kind === 'close' ? tag.name : undefined),
    alone: ({ start, end }) => ({ kind: 'nothing', text: '', start, end }),
    pair: (open, inner, close) => elementToken(open, inner, close, reading),
  };
}

function elementToken(open: TagToken, inner: Token[], close: TagToken, reading: Reading): Token {
  const { name } = open.tag!;
  const text = textOf(inner);
  const base = { start: open.start, end: close.end, mark: '', inner: () => groupTokens(inner) };
  const url = name === 'a' ? attributeOf(open.tag!, 'href')?.value : undefined;
  if (url !== undefined && text !== '') return { ...base, kind: 'link', text, url };
  const image = inner.find(({ kind }) => kind === 'image' || kind === 'badge');
  if (url !== undefined) return { ...base, kind: image ? 'badge' : 'link', text: image?.text ?? '', url };
  if (text === '' && image && skipBlank(inner, 0) < inner.length)
    return { ...image, ...base, inner: () => inner };
  if (text === '') return { kind: 'nothing', text: '', start: open.start, end: close.end };
  return {
    ...base,
    kind: elementKinds[name] ?? 'element',
    text,
    url: firstAddress(reading, { start: open.end, end: close.start }),
  };
}

/** The nodes that stand at least partly in a span. */
export function nodesWithin(nodes: readonly Nodes[], span: Span, { places }: Reading): Nodes[] {
  return nodes.filter((node) => {
    const { start, end } = places.of(node);
    return start < span.end && end > span.start;
  });
}
