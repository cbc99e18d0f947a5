import { byteOf } from './cp1252.ts';

/** A damaged stretch of a text; offsets are UTF-16 code units into that text. */
export interface Damage {
  start: number;
  end: number;
  /** What it was before, or undefined where that is lost. */
  original: string | undefined;
}

/** One character's worth of UTF-8, read as Windows-1252: 2 to 4 characters of the text. */
interface Sequence {
  start: number;
  end: number;
  decoded: string;
}

const lead = /[\u00c2-\u00f4]/;
const suspicious = /[\u00c2-\u00f4\ufffd]/;
const lost = /\ufffd+|ï¿½|â€(?=[\s.,;:)\]]|$)/g;
const maxDepth = 3;

/** Whether a text has any character that damage begins with. */
export function mayBeDamaged(text: string): boolean {
  return suspicious.test(text);
}

/** Finds UTF-8 that was read as Windows-1252 or Latin-1, once or several times over, and characters lost to it. */
export function findMojibake(text: string): Damage[] {
  if (!mayBeDamaged(text)) return [];
  const found = lead.test(text) ? merged(text, accepted(text)) : [];
  for (const { 0: match, index } of text.matchAll(lost)) {
    const end = index + match.length;
    if (!isQuoted(text, index, end)) found.push({ start: index, end, original: undefined });
  }
  return withoutOverlaps(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Puts neighbouring sequences together, and decodes what comes out of them again as long as it is damaged itself. */
function merged(text: string, sequences: readonly Sequence[]): Damage[] {
  const runs: Sequence[] = [];
  for (const sequence of sequences) {
    const last = runs.at(-1);
    if (last?.end === sequence.start) {
      last.end = sequence.end;
      last.decoded += sequence.decoded;
    } else runs.push({ ...sequence });
  }
  return runs
    .filter(({ start, end, decoded }) => decoded.length > 2 || !isQuoted(text, start, end))
    .map(({ start, end, decoded }) => ({ start, end, original: settled(text, start, end, decoded) }))
    .filter(({ original }) => original !== undefined);
}

function settled(text: string, start: number, end: number, decoded: string): string | undefined {
  let current = decoded;
  for (let depth = 1; depth < maxDepth; depth++) {
    const before = text.slice(Math.max(0, start - 1), start);
    const around = before + current + text.slice(end, end + 1);
    const inside = accepted(around).filter((part) => part.start >= before.length);
    if (inside.length === 0) break;
    current = replaceAll(around, inside).slice(before.length, end < text.length ? -1 : undefined);
  }
  if (/[\u0080-\u009f\ufffd]/.test(current)) return undefined;
  return current === '\ufeff' ? '' : current;
}

function replaceAll(text: string, sequences: readonly Sequence[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, decoded } of sequences) {
    result += text.slice(from, start) + decoded;
    from = end;
  }
  return result + text.slice(from);
}

/** A single character in quotes or brackets is shown rather than used: the text speaks of damage. */
function isQuoted(text: string, start: number, end: number): boolean {
  return /["'“‘(«`]/.test(text[start - 1] ?? '') && /["'”’)»`]/.test(text[end] ?? '');
}

function withoutOverlaps(found: readonly Damage[]): Damage[] {
  let end = 0;
  return found.filter((damage) => {
    if (damage.start < end) return false;
    end = damage.end;
    return true;
  });
}

/** All sequences of a text that are damage and not what an author may have written. */
function accepted(text: string): Sequence[] {
  const candidates = sequencesOf(text);
  const firm = candidates.map((sequence, index) => isDamage(text, sequence, candidates, index));
  const scripts = new Set(
    candidates.filter((_, index) => firm[index]).map(({ decoded }) => scriptOf(decoded)),
  );
  scripts.delete(undefined);
  return candidates.filter((sequence, index) => {
    if (firm[index]) return true;
    // A one-letter word among words of the same script; or a byte on its way through a second decoding.
    if (scripts.has(scriptOf(sequence.decoded))) return true;
    return byteOf(sequence.decoded) !== undefined && touchesFirm(candidates, firm, index);
  });
}

function touchesFirm(candidates: readonly Sequence[], firm: readonly boolean[], index: number): boolean {
  const { start, end } = candidates[index]!;
  const before = candidates[index - 1];
  const after = candidates[index + 1];
  if (before?.end === start && (firm[index - 1] || byteOf(before.decoded) !== undefined)) {
    return true;
  }
  return after?.start === end && firm[index + 1] === true;
}

function isControl(decoded: string): boolean {
  return decoded >= '\u0080' && decoded <= '\u009f';
}

function sequencesOf(text: string): Sequence[] {
  const found: Sequence[] = [];
  for (let start = 0; start < text.length; start++) {
    const sequence = lead.test(text[start]!) ? sequenceAt(text, start) : undefined;
    if (!sequence) continue;
    found.push(sequence);
    start = sequence.end - 1;
  }
  return found;
}

// By hand: a decoder that throws at every character that is no damage would take too long.
function sequenceAt(text: string, start: number): Sequence | undefined {
  const first = byteOf(text[start]!)!;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let code = first & (0x7f >> length);
  for (let index = start + 1; index < start + length; index++) {
    const byte = index < text.length ? byteOf(text[index]!) : undefined;
    if (byte === undefined || byte > 0xbf) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  // Too short for so long a sequence, half of a surrogate pair, or beyond Unicode.
  const smallest = [0, 0, 0x80, 0x800, 0x1_0000][length]!;
  if (code < smallest || (code >= 0xd800 && code <= 0xdfff) || code > 0x10_ffff) return undefined;
  return { start, end: start + length, decoded: String.fromCodePoint(code) };
}

const scripts = [
  'Greek',
  'Cyrillic',
  'Hebrew',
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Thai',
];
const scriptTests = scripts.map((name) => [name, new RegExp(`^\\p{Script=${name}}$`, 'u')] as const);

function scriptOf(decoded: string): string | undefined {
  return scriptTests.find(([, test]) => test.test(decoded))?.[0];
}

// What an author may put right behind an accented letter: closing quotes, dashes, ellipsis, trade marks, a no-break space.
const plausibleAfterWord = /^[“”‘’«»‹›–—…™®\u00a0•·¡¿]+$/;

function isDamage(text: string, sequence: Sequence, all: readonly Sequence[], index: number): boolean {
  const { start, end, decoded } = sequence;
  const first = text.charCodeAt(start);
  const tail = text.slice(start + 1, end);
  const before = text[start - 1] ?? '';
  const plausible = plausibleAfterWord.test(tail);
  const wordGoesOn = /\p{Ll}/u.test(text[end] ?? '') || all[index + 1]?.start === end;
  const inLowerCase = /\p{Ll}/u.test(before);
  if (first === 0xc2) return !isControl(decoded) && !/\p{Lu}/u.test(before);
  if (first === 0xc3) return !plausible || wordGoesOn || inLowerCase;
  // “Å²” is a unit.
  if (first <= 0xc5) return wordGoesOn || (inLowerCase && !plausible && !/[²³]/.test(tail));
  if (first < 0xe0) return hasNeighbour(all, index) || (/[α-ω]/.test(decoded) && !plausible);
  if (first === 0xe2) return tail[0] === '€' || !plausible;
  if (first === 0xf0) return tail[0] === 'Ÿ' || tail[0] === '\u009f';
  if (/[\u1e00-\u1eff]/.test(decoded)) return !plausible || wordGoesOn;
  return hasNeighbour(all, index) || decoded === '\ufeff' || /[\uff00-\uff65]/.test(decoded);
}

/** Whether a sequence of the same length class stands right beside: two in a row are no accident. */
function hasNeighbour(all: readonly Sequence[], index: number): boolean {
  const { start, end } = all[index]!;
  const before = all[index - 1];
  const after = all[index + 1];
  return (before?.end === start && !isLatin(before)) || (after?.start === end && !isLatin(after));
}

function isLatin({ decoded }: Sequence): boolean {
  return decoded < '\u0100';
}
