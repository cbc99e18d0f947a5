import type { Emphasis, PhrasingContent, Strong } from 'mdast';
import type { Content } from './content.ts';

/** A run of asterisks or underscores that may stress what stands beside it. */
export interface Mark {
  type: 'mark';
  character: string;
  /** In the content. */
  start: number;
  end: number;
  opens: boolean;
  closes: boolean;
}

export type Part = PhrasingContent | Mark;

/** What is on a side of a run: nothing that is seen, a letter, or a punctuation mark or symbol. */
type Side = 'blank' | 'letter' | 'punctuation';

const blank = /\s/;
const punctuation = /[\p{P}\p{S}]/u;

/** The run of marks at a place of the content, and what it may do there by CommonMark's rules. */
export function markAt({ text }: Content, start: number, end: number): Mark {
  const character = text[start]!;
  const [before, after] = [sideOf(text[start - 1]), sideOf(text[end])];
  // Beside a tilde more is possible: GFM lets its marks touch those of others.
  const opens = after === 'letter' || (after === 'punctuation' && before !== 'letter') || text[end] === '~';
  const closes =
    before === 'letter' || (before === 'punctuation' && after !== 'letter') || text[start - 1] === '~';
  const isStar = character === '*';
  return {
    ...{ type: 'mark', character, start, end },
    opens: opens && (isStar || before !== 'letter' || !closes),
    closes: closes && (isStar || after !== 'letter' || !opens),
  };
}

/** By UTF-16 code unit, as micromark: half of a pair is a letter. */
function sideOf(unit: string | undefined): Side {
  if (unit === undefined || blank.test(unit)) return 'blank';
  return punctuation.test(unit) ? 'punctuation' : 'letter';
}

/** The nodes that parts make: what is between marks that match is stressed, other marks are text. */
export function nodesOf(parts: readonly Part[], content: Content): PhrasingContent[] {
  return merged(stressed(parts, content), content);
}

function stressed(all: readonly Part[], content: Content): Part[] {
  const parts = [...all];
  for (let index = 0; index < parts.length; index++) {
    const closer = parts[index]!;
    if (closer.type !== 'mark' || !closer.closes) continue;
    const open = openerOf(parts, index, closer);
    if (open === undefined) continue;
    const opener = parts[open] as Mark;
    const use = lengthOf(opener) > 1 && lengthOf(closer) > 1 ? 2 : 1;
    const group: Emphasis | Strong = {
      type: use === 2 ? 'strong' : 'emphasis',
      children: nodesOf(parts.slice(open + 1, index), content),
      position: { start: content.at(opener.end - use), end: content.at(closer.start + use) },
    };
    const before = { ...opener, end: opener.end - use };
    const after = { ...closer, start: closer.start + use };
    const rest = [before, group, after].filter((part) => part.type !== 'mark' || lengthOf(part) > 0);
    parts.splice(open, index - open + 1, ...rest);
    // What is left of the closer may close more.
    index = open + rest.length - (lengthOf(after) > 0 ? 2 : 1);
  }
  return parts;
}

function openerOf(parts: readonly Part[], index: number, closer: Mark): number | undefined {
  for (let open = index - 1; open >= 0; open--) {
    const part = parts[open]!;
    if (part.type !== 'mark' || !part.opens || part.character !== closer.character) continue;
    const isAmbiguous = part.closes || closer.opens;
    const sum = lengthOf(part) + lengthOf(closer);
    if (!isAmbiguous || lengthOf(closer) % 3 === 0 || sum % 3 !== 0) return open;
  }
  return undefined;
}

function lengthOf({ start, end }: Mark): number {
  return end - start;
}

/** Texts beside each other are one. */
function merged(parts: readonly Part[], content: Content): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const part of parts) {
    const node = part.type === 'mark' ? textOf(part, content) : part;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      last.value += node.value;
      last.position = { start: last.position!.start, end: node.position!.end };
    } else nodes.push(node);
  }
  return nodes;
}

function textOf({ start, end }: Mark, { text, at }: Content): PhrasingContent {
  return { type: 'text', value: text.slice(start, end), position: { start: at(start), end: at(end) } };
}
