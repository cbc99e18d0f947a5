import { linkName, type Name, openMarkup } from './link-name.ts';
import { plainName } from './plain-name.ts';
import { isBlank, isLinked, skipBlank, skipBlankBack, type Token, textOf } from './token.ts';

/** Texts of links that only say what is there, and are no name. */
const labels =
  /^\W*(?:pdf|paper|code|github|gitlab|repo(?:sitory)?|source(?: code)?|link|here|web(?:site|page)?|site|home(?:page)?|docs?|demo|video|slides?|blog|project(?: page)?|arxiv|html|url|wiki|\d+)\W*$/iu;
const address = /^(?:https?:\/\/|www\.|\[.*\]$)/i;
/** Words after which a link goes on with the sentence. */
const joining =
  /(?:^|\s)(?:our|the|an?|your|their|its|my|this|these|at|in|on|to|from|see|via|with|of|for|is|and|or|by|read|visit|check)$/i;
const year = /^\D*(?:19|20)\d\d\D*$/;

/** The name of a line that starts with words. `from` is the index of the first of them. */
export function leadingText(tokens: readonly Token[], from: number): Name {
  const before = tokens.slice(0, from).filter((token) => !isBlank(token));
  const linkAt = tokens.findIndex((token, index) => index >= from && isLinked(token));
  if (linkAt === -1) return withoutLink(tokens, from, before);
  const end = skipBlankBack(tokens, linkAt, from);
  const last = tokens[end - 1];
  const isColon = /[:：]$/.test(last?.text ?? '');
  const isDash = last?.kind === 'separator' && /^(?:[-–—|]|\+{2,})+$/.test(last.text);
  if (isSource(tokens, linkAt, last)) return titleBefore(tokens, from, linkAt, before);
  if (isColon || isDash) {
    const isSeveral = tokens.slice(linkAt + 1, linkAt + 4).some(({ kind }) => kind === 'link');
    if (isSeveral) return nameBefore(tokens, from, linkAt, before);
    if (isShort(tokens, from, end)) return tagBefore(tokens, from, linkAt, before);
    if (isDash) return nameBefore(tokens, from, linkAt, before);
  }
  return inSentence(tokens, from, linkAt, before);
}

/** Whether a link is where to find what the words before it name: `[[pdf]](url)`, `([code](url))`, a bare address. */
function isSource(tokens: readonly Token[], linkAt: number, last: Token | undefined): boolean {
  const link = tokens[linkAt]!;
  if (link.kind === 'group') return true;
  const isLabel = address.test(link.text) || (labels.test(link.text) && !joining.test(last?.text ?? ''));
  return (
    isLabel &&
    tokens.slice(linkAt).every((token) => isBlank(token) || token.url !== undefined || isMark(token))
  );
}

function isMark({ kind }: Token): boolean {
  return kind === 'separator' || kind === 'emoji' || kind === 'code' || kind === 'group' || kind === 'image';
}

function isShort(tokens: readonly Token[], from: number, to: number): boolean {
  const text = textOf(tokens, from, to);
  return text.length <= 24 && text.split(/\s+/).length <= 3;
}

/** `Title (2016), Authors [[pdf]](url)`, `Title, Authors [[pdf]](url)` */
function titleBefore(tokens: readonly Token[], from: number, linkAt: number, before: Token[]): Name {
  const yearAt = tokens.findIndex(
    ({ kind, text }, index) => index > from && index < linkAt && kind === 'group' && year.test(text),
  );
  if (yearAt === -1) return nameBefore(tokens, from, linkAt, before);
  return { ...plainName(tokens, from, yearAt), url: tokens[linkAt]!.url, before };
}

/** `Topic: [one](url), [two](url)` */
function nameBefore(tokens: readonly Token[], from: number, linkAt: number, before: Token[]): Name {
  let to = linkAt;
  while (to > from + 1 && (isBlank(tokens[to - 1]) || tokens[to - 1]!.kind === 'separator')) to--;
  const name = plainName(tokens, from, to);
  const isLabel = /[:：]$/.test(name.text);
  if (isLabel && isAddressAtEnd(tokens, linkAt)) return labelOf(tokens, from, to, { linkAt, before });
  return {
    ...name,
    text: name.text.replace(/[:：]$/, ''),
    end: isLabel ? name.end - 1 : name.end,
    edge: isLabel ? name.edge - 1 : name.edge,
    url: tokens[linkAt]!.url,
    before,
  };
}

function isAddressAtEnd(tokens: readonly Token[], linkAt: number): boolean {
  return address.test(tokens[linkAt]!.text) && skipBlank(tokens, linkAt + 1) === tokens.length;
}

/** `Label: https://…`: the colon at the last word of the label is what sets the address off. */
function labelOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  { linkAt, before }: { linkAt: number; before: Token[] },
): Name {
  const last = tokens[to - 1]!;
  const at = last.end - 1;
  const cut: Token[] = [
    ...tokens.slice(0, to - 1),
    { ...last, text: last.text.slice(0, -1), end: at },
    { kind: 'separator', text: last.text.slice(-1), start: at, end: last.end },
    ...tokens.slice(to),
  ];
  return { ...plainName(cut, from, to), url: tokens[linkAt]!.url, before };
}

/** `Topic: [Name](url)`: the topic is a tag. */
function tagBefore(tokens: readonly Token[], from: number, linkAt: number, before: Token[]): Name {
  const opened = openMarkup(tokens, linkAt);
  if (opened.tokens[opened.at]?.kind !== 'link') return nameBefore(tokens, from, linkAt, before);
  const { text, start, end } = nameBefore(tokens, from, linkAt, before);
  return linkName(opened, [...before, { kind: 'word', text, start, end }]);
}

/** `See [Name](url) for more.`: the link is the name, the sentence the description. */
function inSentence(tokens: readonly Token[], from: number, linkAt: number, before: Token[]): Name {
  const opened = openMarkup(tokens, linkAt);
  if (opened.tokens[opened.at]?.kind !== 'link') return nameBefore(tokens, from, linkAt, before);
  return { ...linkName(opened, before), tokens, next: tokens.length, sentenceFrom: from };
}

/** The address is that of the badge in front, if there is one. */
function withoutLink(tokens: readonly Token[], from: number, before: Token[]): Name {
  const name = upToDash(tokens, from);
  // The colon of `:thumbsup:` is none.
  const text = name.text.replace(/(?<!:[\w+-]{1,30})[:：]$/, '');
  const end = name.end - (name.text.length - text.length);
  return { ...name, text, end, before, url: before.find(({ url }) => url !== undefined)?.url };
}

/** `Name - text` without a link */
function upToDash(tokens: readonly Token[], from: number): Name {
  const dash = tokens.findIndex(
    ({ kind, text }, index) =>
      index > from + 1 && kind === 'separator' && /^[-–—]+$/.test(text) && isBlank(tokens[index - 1]),
  );
  const isName = dash !== -1 && isBlank(tokens[dash + 1]) && textOf(tokens, from, dash).length <= 60;
  return isName ? plainName(tokens, from, dash - 1) : plainName(tokens, from, tokens.length);
}
