import type { Line } from './line.ts';
import { skipBlank, type Token } from './token.ts';

const settingOff = /^\s*(?:[-–—~|:：]|--)\s*$/;
const lineBreak = /<br|\\\s*\n|[ ]{2}\n/;

/**
 * Whether a line outside any list is an entry and not prose that happens to begin with a link: the name stands alone,
 * is bold, or is set off by a dash, a colon or a line break.
 */
export function isEntryLine(line: Line | undefined, source: string): boolean {
  if (!line) return false;
  const { url, sentenceFrom, emphasis, next, tokens } = line.name;
  if (url === undefined || url === '' || url.startsWith('#') || sentenceFrom !== undefined) return false;
  if (!tokens.slice(0, next).some(({ kind }) => kind === 'link')) return false;
  if (!line.description) return !hasMoreLinks(tokens, next);
  const separator = line.separator ? source.slice(line.separator.start, line.separator.end) : '';
  const isBold = emphasis.mark === '**' || emphasis.mark === '__';
  return settingOff.test(separator) || lineBreak.test(separator) || (isBold && !/^\s*[,.]/.test(separator));
}

function hasMoreLinks(tokens: readonly Token[], next: number): boolean {
  return tokens.slice(skipBlank(tokens, next)).some(({ kind }) => kind === 'link');
}

/** A line cut at its line breaks. */
export function splitLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    const isEnd = token.kind === 'break' || (token.kind === 'space' && /[\r\n]/.test(token.text));
    if (isEnd) lines.push([]);
    else lines.at(-1)!.push(token);
  }
  return lines.filter((line) => skipBlank(line, 0) < line.length);
}
