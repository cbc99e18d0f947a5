import { mask } from '../text/masked.ts';
import { type Fault, insert, remove } from './fault.ts';

type Check = (text: string) => Iterable<Fault>;

const checks: readonly Check[] = [
  gapBeforeAddress,
  otherBrackets,
  turnedRound,
  unreadLinks,
  missingCloseBracket,
  missingParenthesis,
  strayParentheses,
];

/**
 * Links that Markdown does not read as links.
 * @param text the source of one block, with all that Markdown did read masked
 */
export function textFaults(text: string): Fault[] {
  if (!/[[\]()]/.test(text)) return [];
  const faults = checks
    .flatMap((check) => [...check(text)])
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return faults.filter((fault) => {
    if (fault.start < end) return false;
    end = fault.end;
    return true;
  });
}

const address = /^(?:https?:\/\/|www\.|mailto:|\.{0,2}\/|#)/i;

/** `[a] (b)`, `[[a]] (b)`, `[a]-(b)` */
function* gapBeforeAddress(text: string): Iterable<Fault> {
  for (const match of text.matchAll(
    /!?\[((?:[^[\]]|\[[^[\]]*\]){1,300})\]([ \t]+|[-–—:])\(([^\s()<>]+)\)/g,
  )) {
    const { 0: all, 1: label = '', 2: gap = '', 3: target = '', index } = match;
    if (!address.test(target) || /^(?:[ xX]|\^.*)$/.test(label)) continue;
    const start = index + all.lastIndexOf(`]${gap}(`) + 1;
    yield {
      start: index,
      end: index + all.length,
      reason: `${gap.trim() === '' ? 'A blank' : `“${gap}”`} between “]” and “(” keeps this from being a link`,
      kind: 'safe',
      edits: [remove(start, start + gap.length)],
    };
  }
}

/** `[a]（b）`, `[a]{b}`, `[a][https://b]` */
function* otherBrackets(text: string): Iterable<Fault> {
  for (const { 0: all, 1: target = '', index } of text.matchAll(
    /\[[^[\]]{1,300}\][ \t]{0,3}[（{[][ \t]{0,3}((?:https?:\/\/|www\.)[^\s()[\]{}（）<>]+)[ \t]{0,3}[）)}\]]/gi,
  )) {
    yield {
      start: index,
      end: index + all.length,
      reason: 'Only parentheses of ASCII around the address make a link of this, expected `[text](address)`',
      ...(!hasMask(target) && {
        kind: 'safe' as const,
        edits: [{ start: index + all.indexOf(']', 1) + 1, end: index + all.length, text: `(${target})` }],
      }),
    };
  }
}

/** `(a)[b]` */
function* turnedRound(text: string): Iterable<Fault> {
  for (const { 0: all, 1: label = '', 2: target = '', index } of text.matchAll(
    /\(([^()[\]]{1,300})\)\[((?:https?:\/\/|www\.)[^\s[\]]+)\]/gi,
  )) {
    yield turned(all, index, `[${label}](${target})`, 'safe');
  }
  for (const { 0: all, 1: target = '', 2: label = '', index } of text.matchAll(
    /\(((?:https?:\/\/|www\.)[^\s()]+)\)\[([^[\]]*[^[\]\d][^[\]]*)\]/gi,
  )) {
    if (!/^(?:https?:\/\/|www\.)/i.test(label))
      yield turned(all, index, `[${label}](${target})`, 'suggested');
  }
}

function turned(all: string, index: number, text: string, kind: 'safe' | 'suggested'): Fault {
  const edits = hasMask(all) ? undefined : [{ start: index, end: index + all.length, text }];
  return {
    start: index,
    end: index + all.length,
    reason: 'Brackets and parentheses of a link are the wrong way round, expected `[text](address)`',
    ...(edits && { kind, edits }),
  };
}

/** `](` that Markdown did not read: blanks in the address, nothing that closes it, a link within the text. */
function* unreadLinks(text: string): Iterable<Fault> {
  const opened: number[] = [];
  for (const { 0: found, index } of text.matchAll(/\[|\](\()?/g)) {
    if (found === '[') opened.push(index);
    else {
      const open = opened.pop();
      if (found !== '](') continue;
      const fault = open === undefined ? missingOpenBracket(text, index) : unreadLink(text, open, index + 2);
      if (fault) yield fault;
    }
  }
}

// A text and an address longer than this are no link that somebody forgot to close.
const reach = 2000;

function unreadLink(text: string, open: number, from: number): Fault | undefined {
  if (from - open > reach) return undefined;
  const line = /[^\r\n]*/.exec(text.slice(from, from + reach))![0];
  const close = closingParenthesis(line);
  const start = text[open - 1] === '!' ? open - 1 : open;
  if (close === undefined) return unclosed(line, start, from);
  const inside = line.slice(0, close);
  const target = inside.trim();
  const end = from + close + 1;
  if (!/[ \t]/.test(target))
    return text.slice(open, from).includes(mask.link) ? nested(start, end) : undefined;
  const label = /^\[[^[\]]*\][ \t]+(?=https?:\/\/\S+$)/i.exec(target)?.[0];
  if (label !== undefined) return { start, end, ...labelInside(from + inside.indexOf(target), label.length) };
  if (!address.test(target) && !isPath(target))
    return isWordsOfEntry(target, text.slice(0, start), text.slice(end, end + 8))
      ? { start, end, reason: 'What stands in the parentheses is no address, so this is no link' }
      : undefined;
  // What looks like a description was swallowed by an address that nobody closed.
  if (/^\S+[ \t]+[-–—:][ \t]/.test(inside)) return unclosed(line, start, from);
  return { start, end, ...blanksInside(inside, from) };
}

/** Index of the parenthesis that closes the one before `line`. */
function closingParenthesis(line: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '(') depth++;
    else if (line[index] === ')' && depth-- === 0) return index;
  }
  return undefined;
}

/** `- [Name](some words of it) - A tool.`: an entry whose address was written over. */
function isWordsOfEntry(target: string, before: string, after: string): boolean {
  const isWords = /^\p{L}/u.test(target) && target.split(/[ \t]+/).length > 2;
  return isWords && before.trim() === '' && /^[ \t]+[-–—][ \t]/.test(after);
}

function isPath(target: string): boolean {
  return /^[\w./ -]+\.[a-z][a-z0-9]{1,4}$/i.test(target) && !/\. /.test(target);
}

/** `[a]([a] https://…)` */
function labelInside(start: number, length: number): Omit<Fault, 'start' | 'end'> {
  return {
    reason: 'Text before the address keeps this from being a link',
    kind: 'suggested',
    edits: [remove(start, start + length)],
  };
}

function blanksInside(inside: string, from: number): Omit<Fault, 'start' | 'end'> {
  const title = /^[ \t]*\S+[ \t]+([“”„«‘’‚][^“”„«»‘’‚]*[“”»‘’])[ \t]*$/.exec(inside)?.[1];
  if (title !== undefined) {
    const at = from + inside.indexOf(title);
    const edits = [at, at + title.length - 1].map((start) => ({ start, end: start + 1, text: '"' }));
    const reason = 'The title is in curly quotes, which keeps this from being a link';
    return title.includes('"') ? { reason } : { reason, kind: 'safe', edits };
  }
  const reason = 'A blank in the address keeps this from being a link';
  const target = inside.trim();
  const rest = target.slice(target.search(/[ \t]/)).trim();
  // Words behind the address may be a title without quotes; only what looks like more of an address is one.
  if (!/[/.=_%-]|^[^ \t]+$/.test(rest) || /["'“”]/.test(rest) || hasMask(target)) return { reason };
  const at = from + inside.indexOf(target);
  const edits = [...target.matchAll(/[ \t]/g)].map(({ index }) => ({
    start: at + index,
    end: at + index + 1,
    text: '%20',
  }));
  return { reason, expected: target.replace(/[ \t]/g, '%20'), kind: 'suggested', edits };
}

function unclosed(line: string, start: number, from: number): Fault | undefined {
  const target = /^[ \t]*([^\s<>\u0004\u0005）]*[^\s<>.,;:!?\u0004\u0005）])/.exec(line);
  if (!target?.[1] || !address.test(target[1]) || hasMask(target[1])) return undefined;
  const end = from + target[0].length;
  const reason = 'Nothing closes the parenthesis around the address, so this is no link';
  if (/[\]"]$/.test(target[1])) return { start, end, reason };
  // `(b）`
  const wide = line[target[0].length] === '）' ? 1 : 0;
  return {
    start,
    end: end + wide,
    reason,
    kind: 'safe',
    edits: [{ start: end, end: end + wide, text: ')' }],
  };
}

function nested(start: number, end: number): Fault {
  return { start, end, reason: 'A link stands within the text of another, so the outer one is no link' };
}

/** `a](b)` */
function missingOpenBracket(text: string, close: number): Fault | undefined {
  const target = /^\]\(([^\s()<>]+)\)/.exec(text.slice(close, close + reach));
  if (!target?.[1] || !address.test(target[1])) return undefined;
  const before = text.slice(0, close);
  const fault: Fault = {
    start: close,
    end: close + target[0].length,
    reason: 'No “[” opens the text of this link',
  };
  // At the start of an entry there is nothing else that the text could begin at.
  const [, marks, name] = /^(\u0004*)([\p{L}\p{M}\p{N}_ .,&+#'-]{1,80})$/u.exec(before) ?? [];
  if (marks === undefined || name === undefined) return fault;
  return { ...fault, start: marks.length, kind: 'suggested', edits: [insert(marks.length, '[')] };
}

/** `[a(b)` */
function* missingCloseBracket(text: string): Iterable<Fault> {
  for (const { 0: all, 1: label = '', index } of text.matchAll(
    /\[([^[\]()\n]{1,200})\(https?:\/\/[^\s()[\]]+\)/gi,
  )) {
    const next = /[[\]]/.exec(text.slice(index + all.length, index + all.length + reach))?.[0];
    if (next === ']') continue;
    const at = index + 1 + label.trimEnd().length;
    yield {
      start: index,
      end: index + all.length,
      reason: 'No “]” closes the text of this link',
      kind: 'safe',
      edits: [{ start: at, end: index + 1 + label.length, text: ']' }],
    };
  }
}

/** `[a]b)` */
function* missingParenthesis(text: string): Iterable<Fault> {
  const isOpen = openParentheses(text);
  for (const { 0: all, 1: label = '', index } of text.matchAll(
    /\[([^[\]\n]{1,200})\]https?:\/\/[^\s()[\]]+\)/gi,
  )) {
    if (isOpen(index)) continue;
    const at = index + label.length + 2;
    yield {
      start: index,
      end: index + all.length,
      reason: 'No “(” opens the address of this link',
      kind: 'safe',
      edits: [insert(at, '(')],
    };
  }
}

const strayParenthesis = new RegExp(`(?<=${mask.link})(?:\\)|[\\w/%.-]{0,100}\\w\\))`, 'g');

/** `[a](b))`, `[a](b)c)` */
function* strayParentheses(text: string): Iterable<Fault> {
  const isOpen = openParentheses(text);
  for (const { 0: all, index } of text.matchAll(strayParenthesis)) {
    if (isOpen(index)) continue;
    const goesOn = all !== ')' || /^[\w/%.-]*\w\)/.test(text.slice(index + 1, index + 200));
    // The link's own parenthesis, where what should be a part of the address follows at once.
    const start = all === ')' ? index : index - 1;
    yield goesOn
      ? {
          start,
          end: start + 1,
          reason: 'The address ends at this “)”, write `%29` if it is a part of it',
        }
      : {
          start: index,
          end: index + 1,
          reason: 'A “)” too many behind the link',
          kind: 'suggested',
          edits: [remove(index, index + 1)],
        };
  }
}

/** Tells whether a parenthesis is open at an offset; to be asked in the order of the text. */
function openParentheses(text: string): (offset: number) => boolean {
  let depth = 0;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      if (text[at] === '(' || text[at] === '（') depth++;
      else if ((text[at] === ')' || text[at] === '）') && depth > 0) depth--;
    }
    return depth > 0;
  };
}

function hasMask(text: string): boolean {
  return /[\u0000-\u0006]/.test(text);
}
