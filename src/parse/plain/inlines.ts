import type { Image, Link, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import { type Content, trimmed } from './content.ts';
import { markAt, nodesOf, type Part } from './marks.ts';

/** A bracket that may begin the label of a link or an image. */
interface Bracket {
  /** Which part it is, a text until it turns out to be more. */
  part: number;
  start: number;
  isImage: boolean;
  /** No link can be within another. */
  isActive: boolean;
}

/** What is read of a content so far. */
interface Reading {
  content: Content;
  index: number;
  parts: Part[];
  open: Bracket[];
  marks: number;
  /** Whether something defines references: then nobody but a parser tells what a bracket is. */
  isDefining: boolean;
  /** There is an address in a label: a link by itself if the label turns out to be none. */
  hasAddress: boolean;
  hasBracket: boolean;
}

type Reader = (reading: Reading) => boolean;

const words = /(?:[^\p{Cc}\\`*_~[\]<&!]|\t|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))+/uy;
const marks = /\*+|_+/y;
const code = /(`+)(?!`)([^\n\t]*?[^`\n\t])\1(?!`)/y;
const escaped = /\\([!-/:-@[-`{-~])/y;
const url = String.raw`(?:[^\s\p{Cc}()<>\\&]|&(?:amp;|(?![#\w]+;)))`;
const resource = new RegExp(
  String.raw`\([ \t]*((?:${url}|\(${url}*\))*)(?:[ \t]+"([^"\\&\n]*)")?[ \t]*\)`,
  'uy',
);
const attribute = String.raw`[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'/=<>\x60]+|'[^'\n]*'|"[^"\n]*"))?`;
const html = new RegExp(
  String.raw`<(?:[A-Za-z][A-Za-z0-9-]*(?:${attribute})*[ \t]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t]*|!--(?!-?>)(?:(?!--)[^\n])*--)>`,
  'y',
);
/** What begins neither a tag nor an address in angle brackets. */
const lessThan = /<(?![A-Za-z/!?])[^@\s]{0,40}(?:\s|$)/y;
/** A tilde that may end what is struck out. */
const endOfStruck = /[^\s~(]~|~(?![A-Za-z0-9~])/;
const autolink = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\p{Cc}]*)>/uy;
const reference = /&(\w+);/y;
const unknownReference = /&[#\w]+;/y;
const references = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00a0'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['middot', '·'],
]);
/** What GFM makes a link of by itself, and the form of it that is plain. */
const address = /https?:\/\/|www\./i;
const plainAddress =
  /(?<=^|[\s(])https?:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\/(?:[A-Za-z0-9/_.~%#?=+:,@$-]*[A-Za-z0-9/])?)?(?=[).,:!?'"]*(?:\s|$))/y;
const mail = /[-.\w+]@[-.\w]/;
/** So many marks in one content, and so many brackets in each other, are left to a parser. */
const most = 200;

/** What may begin with a character; words begin with all others. */
const readers: Record<string, Reader> = {
  '\n': readLineFeed,
  '\\': readEscape,
  '`': readCode,
  '*': readMarks,
  _: readMarks,
  '~': readTilde,
  '[': (reading) => readOpening(reading, '[', false),
  ']': readClosing,
  '<': readHtml,
  '&': readReference,
  '!': (reading) =>
    reading.content.text[reading.index + 1] === '['
      ? readOpening(reading, '![', true)
      : addText(reading, '!', 1),
};

/** The nodes of a content if there is nothing in it that needs a parser. */
export function inlinesOf(content: Content, isDefining: boolean): PhrasingContent[] | undefined {
  const reading: Reading = {
    ...{ content, index: 0, parts: [], open: [], marks: 0, isDefining },
    ...{ hasAddress: false, hasBracket: false },
  };
  while (reading.index < content.text.length) {
    const read = readers[content.text[reading.index]!] ?? readWords;
    if (!read(reading)) return undefined;
  }
  if (reading.hasAddress && (reading.hasBracket || reading.open.length > 0)) return undefined;
  return nodesOf(reading.parts, content);
}

function readWords(reading: Reading): boolean {
  const found = matchAt(reading, words)?.[0];
  if (found === undefined) return false;
  const at = found.search(address);
  if (at === 0) return readAddress(reading);
  const text = at < 0 ? found : found.slice(0, at);
  if (text.includes('@') && isMail(reading, text.length)) {
    if (reading.open.length === 0) return false;
    reading.hasAddress = true;
  }
  return addText(reading, text, text.length);
}

/** An address by itself; in a label it is a text as any other. */
function readAddress(reading: Reading): boolean {
  if (reading.open.length > 0) {
    reading.hasAddress = true;
    return addText(reading, reading.content.text[reading.index]!, 1);
  }
  const value = matchAt(reading, plainAddress)?.[0];
  if (value === undefined) return false;
  return addAutolink(reading, value, 0);
}

/** Whether an at sign in the next characters may be that of an address. */
function isMail({ content, index }: Reading, length: number): boolean {
  return mail.test(content.text.slice(Math.max(0, index - 1), index + length + 1));
}

/** The end of a line: blanks before it are none of the text, and two spaces break the line. */
function readLineFeed(reading: Reading): boolean {
  const { content, parts, index } = reading;
  const last = parts.at(-1);
  if (last?.type === 'text') {
    const value = trimmed(last.value);
    const blanks = last.value.slice(value.length);
    const start = index - blanks.length;
    last.value = value;
    last.position!.end = content.at(start);
    if (value === '') parts.pop();
    if (blanks.length > 1 && !blanks.includes('\t')) return addBreak(reading, start);
  }
  const position = { start: content.at(index), end: content.lineStart(index + 1) };
  return add(reading, { type: 'text', value: content.ending, position }, 1);
}

function addBreak(reading: Reading, start: number): boolean {
  const { at, lineStart } = reading.content;
  const position = { start: at(start), end: lineStart(reading.index + 1) };
  return add(reading, { type: 'break', position }, 1);
}

function readEscape(reading: Reading): boolean {
  if (reading.content.text[reading.index + 1] === '\n') {
    const start = reading.index++;
    return addBreak(reading, start);
  }
  const value = matchAt(reading, escaped)?.[1];
  return value === undefined ? addText(reading, '\\', 1) : addText(reading, value, 2);
}

function readCode(reading: Reading): boolean {
  const [all, , inside] = matchAt(reading, code) ?? [];
  if (all === undefined) return false;
  const isPadded = /^ .*[^ ].* $/.test(inside!);
  const value = isPadded ? inside!.slice(1, -1) : inside!;
  return add(reading, { type: 'inlineCode', value, position: positionOf(reading, all.length) }, all.length);
}

function readMarks(reading: Reading): boolean {
  const { length } = matchAt(reading, marks)![0];
  reading.marks++;
  const { content, index, parts } = reading;
  if (reading.marks > most) return false;
  parts.push(markAt(content, index, index + length));
  reading.index += length;
  return true;
}

/** One alone strikes nothing out, nor do such as can only begin to. */
function readTilde(reading: Reading): boolean {
  const { text } = reading.content;
  const isText = text.indexOf('~') === text.lastIndexOf('~') || !endOfStruck.test(text);
  return isText && addText(reading, '~', 1);
}

function readOpening(reading: Reading, value: string, isImage: boolean): boolean {
  const { content, index, open, parts } = reading;
  if (content.text[index + value.length] === '^' || open.length > most) return false;
  open.push({ part: parts.length, start: index, isImage, isActive: true });
  return addText(reading, value, value.length);
}

function readClosing(reading: Reading): boolean {
  const { content, index, open, parts } = reading;
  const bracket = open.pop();
  if (!bracket) return addText(reading, ']', 1);
  resource.lastIndex = index + 1;
  const [all, destination, title] = (bracket.isActive && resource.exec(content.text)) || [];
  if (all === undefined) {
    reading.hasBracket = true;
    const isCertain = !reading.isDefining && (!bracket.isActive || content.text[index + 1] !== '(');
    return isCertain && addText(reading, ']', 1);
  }
  const children = nodesOf(parts.splice(bracket.part).slice(1), content);
  const length = 1 + all.length;
  const position = { start: content.at(bracket.start), end: content.at(index + length) };
  const target = { title: title ?? null, url: destination!.replaceAll('&amp;', '&') };
  if (!bracket.isImage) {
    for (const outer of open) if (!outer.isImage) outer.isActive = false;
    return add(
      reading,
      { type: 'link', ...target, children: children as Link['children'], position },
      length,
    );
  }
  const alt = altOf(children);
  return alt !== undefined && add(reading, { type: 'image', ...target, alt, position } as Image, length);
}

function altOf(children: readonly PhrasingContent[]): string | undefined {
  const values = children.map((child) => (child.type === 'text' ? child.value : undefined));
  return values.includes(undefined) ? undefined : values.join('');
}

function readHtml(reading: Reading): boolean {
  const value = matchAt(reading, html)?.[0];
  if (value !== undefined)
    return add(reading, { type: 'html', value, position: positionOf(reading, value.length) }, value.length);
  const to = matchAt(reading, autolink)?.[1];
  if (to !== undefined && reading.open.length === 0) return addAutolink(reading, to, 1);
  return matchAt(reading, lessThan) !== null && addText(reading, '<', 1);
}

/** An address that is a link by itself, with so many marks around it. */
function addAutolink(reading: Reading, url: string, around: number): boolean {
  const { content, index } = reading;
  const start = index + around;
  const within = { start: content.at(start), end: content.at(start + url.length) };
  const children: Link['children'] = [{ type: 'text', value: url, position: within }];
  const length = url.length + 2 * around;
  const position = positionOf(reading, length);
  return add(reading, { type: 'link', title: null, url, children, position }, length);
}

function readReference(reading: Reading): boolean {
  const [all, name] = matchAt(reading, reference) ?? [];
  const value = name === undefined ? undefined : references.get(name);
  if (value !== undefined) return addText(reading, value, all!.length);
  return !matchAt(reading, unknownReference) && addText(reading, '&', 1);
}

function matchAt({ content, index }: Reading, form: RegExp): RegExpExecArray | null {
  form.lastIndex = index;
  return form.exec(content.text);
}

function positionOf({ content, index }: Reading, length: number): Position {
  return { start: content.at(index), end: content.at(index + length) };
}

function addText(reading: Reading, value: string, length: number): boolean {
  return add(reading, { type: 'text', value, position: positionOf(reading, length) }, length);
}

function add(reading: Reading, node: PhrasingContent, length: number): boolean {
  reading.parts.push(node);
  reading.index += length;
  return true;
}
