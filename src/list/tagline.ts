import type { Nodes } from 'mdast';
import { htmlLines } from './html-blocks.ts';
import { textSpan } from './line-parts.ts';
import { isWayBack } from './navigation.ts';
import { partOf, type Reading } from './reading.ts';
import type { Block, SectionTree } from './section-tree.ts';
import type { Span } from './span.ts';
import { skipBlank, type Token } from './token.ts';
import { htmlTokens, tokensOf } from './tokens.ts';
import type { Part, Section } from './types.ts';

/** The first sentence of prose between the title and the first section, in Markdown or else in HTML. */
export function findTagline(
  { blocks, outermost }: SectionTree,
  titleSection: Section | undefined,
  contents: ReadonlySet<unknown>,
  reading: Reading,
): Part | undefined {
  const candidates = (blocks.get(titleSection ?? outermost[0]!) ?? []).filter(
    (block) => block.kind === 'block' && !contents.has(block) && !isWayBack(block.span, reading),
  ) as Block[];
  const markdown = candidates.filter(({ node }) => node.type !== 'html');
  const html = candidates.filter(({ node }) => node.type === 'html');
  const lines = [
    ...markdown.map(
      ({ node }) =>
        () =>
          proseTokens(node, reading),
    ),
    ...html.flatMap(({ span }) =>
      htmlLines(span, reading)
        .slice(0, mostLines)
        .filter((line) => !isInLink(line, reading))
        .map((line) => () => htmlTokens(line, reading)),
    ),
  ];
  for (const line of lines) {
    const sentence = firstSentence(line());
    if (sentence && !/[:：]$/.test(sentence.text)) return partOf(reading, sentence.text, sentence);
  }
  return undefined;
}

/** A slogan further down in the HTML of a header is none. */
const mostLines = 40;

/** Whether a stretch of HTML is what a reader clicks on: a sponsor's slogan, not the list's. */
function isInLink({ start }: Span, { tags }: Reading): boolean {
  return tags.within({ start: 0, end: start }).findLast(({ name }) => name === 'a')?.kind === 'open';
}

function proseTokens(node: Nodes, reading: Reading): Token[] {
  if (node.type === 'paragraph') return tokensOf(node.children, reading);
  const first = node.type === 'blockquote' ? node.children[0] : undefined;
  return first?.type === 'paragraph' ? tokensOf(first.children, reading) : [];
}

const markers = new Set(['badge', 'image', 'emoji', 'nothing', 'space', 'break', 'separator']);

function firstSentence(tokens: readonly Token[]) {
  let from = skipBlank(tokens, 0);
  while (from < tokens.length && markers.has(tokens[from]!.kind)) from++;
  const visible = tokens.slice(from).filter(({ kind, text }) => !markers.has(kind) && text.trim() !== '');
  const [only] = visible;
  // A lone link is a button, and small print no slogan.
  const isSentence =
    only &&
    visible.some(isNoLink) &&
    (visible.length > 1 || (!isButton(only) && severalWords.test(only.text.trim())));
  if (!isSentence) return undefined;
  let to = from;
  while (to < tokens.length && !endsSentence(tokens, to)) to++;
  return textSpan(tokens, from, Math.min(to + 1, tokens.length));
}

// Chinese, Japanese, Thai and their like set words side by side.
const severalWords =
  /\s|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]{5}/u;

function isNoLink({ kind, text }: Token): boolean {
  return kind !== 'link' && /\p{Letter}/u.test(text);
}

function isButton({ kind, url }: Token): boolean {
  return kind === 'link' || kind === 'element' || (url !== undefined && kind === 'strong');
}

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|no|approx|incl|resp|\p{Lu})\.$/iu;

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const { kind, text } = tokens[at]!;
  if (kind === 'separator' && /^[.。]+$/.test(text)) return true;
  if (!/[.!?。！？…]["”’')]*$/.test(text) || abbreviation.test(text)) return false;
  const next = tokens[at + 1];
  return next === undefined || next.kind === 'space' || next.kind === 'break' || /[。！？]$/.test(text);
}
