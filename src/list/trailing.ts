import { isBlank, skipBlankBack, type Token } from './token.ts';

/** What stands after a description. */
export interface Trailing {
  after: Token[];
  /** Index after the description's last token. */
  end: number;
}

const markers = new Set(['emoji', 'shortcode', 'badge', 'image', 'kbd']);
const between = /^[,，|·•;；/&-]$/;

/** Takes badges, tags, emoji and further links off the end of a description that starts at `from`. */
export function readTrailing(tokens: readonly Token[], from: number): Trailing {
  const after: Token[] = [];
  let end = skipBlankBack(tokens, tokens.length, from);
  for (;;) {
    const run = runOf(tokens, from, end);
    if (run.length === 0) break;
    after.unshift(...run.map((index) => tokens[index]!));
    end = beforeDash(tokens, run[0]!, from);
    if (end > from && between.test(tokens[end - 1]!.text) && isBlank(tokens[end - 2])) {
      const before = runOf(tokens, from, skipBlankBack(tokens, end - 1, from));
      if (before.length > 0) end = skipBlankBack(tokens, end - 1, from);
    }
  }
  return { after, end };
}

/** Indexes of the tokens at the end that belong together and are extras; empty where the sentence itself ends there. */
function runOf(tokens: readonly Token[], from: number, end: number): number[] {
  const last = tokens[end - 1];
  if (!last || end <= from) return [];
  if (markers.has(last.kind)) return [end - 1];
  if (last.kind === 'group') return isExtraGroup(tokens, from, end - 1) ? [end - 1] : [];
  if (last.kind !== 'code' && last.kind !== 'link') return [];
  const run = sameKind(tokens, from, end);
  // A link alone is the description itself.
  if (last.kind === 'link' && skipBlankBack(tokens, run[0]!, from) <= from) return [];
  const first = run[0]!;
  const isBracketed = run.every((index) => /^\[.*\]$/.test(tokens[index]!.text));
  return isBracketed || endsSentence(tokens, from, first) || run.every((index) => isLicence(tokens[index]!))
    ? run
    : [];
}

/** `` `MIT` `Go` ``, `[a](b), [c](d)`: indexes in source order. */
function sameKind(tokens: readonly Token[], from: number, end: number): number[] {
  const { kind } = tokens[end - 1]!;
  const run: number[] = [];
  for (let at = end; at > from; ) {
    const token = tokens[at - 1]!;
    if (token.kind !== kind) {
      const earlier = skipBlankBack(tokens, at - 1, from);
      if (!between.test(token.text) || tokens[earlier - 1]?.kind !== kind) break;
      at = earlier;
      continue;
    }
    run.unshift(at - 1);
    at = skipBlankBack(tokens, at - 1, from);
  }
  return run;
}

function isExtraGroup(tokens: readonly Token[], from: number, at: number): boolean {
  const { url, text, mark, inner } = tokens[at]!;
  if (url !== undefined) return isListOfLinks(inner?.() ?? []);
  if (text.length > 40) return text.length <= 80 && mark === '[' && endsSentence(tokens, from, at);
  return mark === '[' || mark === '【' || endsSentence(tokens, from, at);
}

/** Links and badges with no more than a label between them: `Demo: [here](url), [code](url)`. */
function isListOfLinks(tokens: readonly Token[]): boolean {
  let links = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.url !== undefined || token.kind === 'badge') links++;
    else if (token.kind === 'word' || token.kind === 'strong') words += token.text.trim().split(/\s+/).length;
  }
  return words <= links * 2;
}

/** `A tool. - `: where the sentence ends before a dash that sets off what stands at an index, else where that begins. */
function beforeDash(tokens: readonly Token[], at: number, from: number): number {
  const end = skipBlankBack(tokens, at, from);
  const dash = tokens[end - 1];
  if (end - 1 <= from || dash?.kind !== 'separator' || !/^[-–—]$/.test(dash.text) || end === at) return end;
  const sentence = skipBlankBack(tokens, end - 1, from);
  const isSetOff = sentence < end - 1 && endOfSentence.test(tokens[sentence - 1]?.text ?? '');
  return isSetOff ? sentence : end;
}

const endOfSentence = /[.!?。！？…]["”’')]*$/;

/** Whether what stands before an index ends a sentence, or there is nothing before it. */
function endsSentence(tokens: readonly Token[], from: number, at: number): boolean {
  const end = beforeDash(tokens, at, from);
  if (end <= from || tokens.slice(end, at).some(({ kind }) => kind === 'break')) return true;
  const token = tokens[end - 1]!;
  if (token.kind === 'badge' || token.kind === 'kbd') return true;
  if (token.kind === 'group') return isExtraGroup(tokens, from, end - 1);
  return endOfSentence.test(token.text);
}

const licence =
  /^(?:MIT|ISC|BSD|0BSD|Apache|A?GPL|LGPL|MPL|EPL|CC0|CC-BY|Unlicense|WTFPL|Zlib|EUPL|Proprietary|⊘)/i;

function isLicence({ kind, text }: Token): boolean {
  return kind === 'code' && licence.test(text) && text.length <= 24;
}
