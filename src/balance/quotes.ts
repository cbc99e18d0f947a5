import { hole } from '../text/prose.ts';
import type { Unmatched } from './brackets.ts';

/** A quotation mark that is to be closed. */
interface Open {
  mark: string;
  offset: number;
}

/** What one mark does where it stands: `either` closes what is open, and opens otherwise. */
type Role = 'opens' | 'closes' | 'either' | 'neither';

interface Around {
  before: string;
  after: string;
  /** What stands behind the mark, `after` included. */
  rest: string;
}

/** Marks that are opened and closed by each other. The families are counted apart from each other. */
interface Family {
  marks: RegExp;
  /** What may close a mark. */
  closers: Readonly<Record<string, string>>;
  roleOf(mark: string, around: Around): Role;
}

const blank = new RegExp(`^(?:[\\s${hole}]|)$`);
/** `shoot ‘em up`, `rock ‘n’ roll`: an apostrophe that an editor has turned the wrong way. */
const elided = /^(?:em|n|til|tis|twas|cause|bout|round)(?![\p{L}\p{N}])/iu;
/** What may stand before an opening mark. */
const edge = /^(?:[\s([{（「“„«‘‹/–—-]|)$/;

const families: readonly Family[] = [
  {
    marks: /"/g,
    closers: { '"': '"' },
    roleOf: (_, { before, after }) => (edge.test(before) && !/^\s?$/.test(after) ? 'opens' : 'either'),
  },
  {
    // English “…”, German „…“, Polish „…”, Swedish ”…”.
    marks: /[“”„‟]/g,
    closers: { '“': '”', '„': '“”', '‟': '”', '”': '”' },
    roleOf: (mark, { before, after }) => {
      if (mark !== '”') return mark === '“' ? 'either' : 'opens';
      return edge.test(before) && !/^\s?$/.test(after) ? 'either' : 'closes';
    },
  },
  {
    // French « … », Russian «…», German »…«. Among blanks such a mark may be an arrow.
    marks: /[«»‹›]/g,
    closers: { '«': '»', '»': '«', '‹': '›', '›': '‹' },
    roleOf: (mark, { before, after }) => {
      const amongBlanks = blank.test(before) && !/^\p{L}/u.test(after);
      if (mark === '«' || mark === '‹') return amongBlanks && !/\s/.test(before) ? 'neither' : 'either';
      if (amongBlanks) return 'neither';
      return blank.test(before) ? 'either' : 'closes';
    },
  },
  {
    // ‘…’ and ‚…‘; any ’ may be an apostrophe.
    marks: /[‘’‚]/g,
    closers: { '‘': '’', '‚': '‘’' },
    roleOf: (mark, { before, after, rest }) => {
      if (mark === '’' || elided.test(rest)) return 'neither';
      return edge.test(before) && /^\p{L}/u.test(after) ? 'either' : 'neither';
    },
  },
];

const anyQuote = /["“”„‟«»‹›‘‚]/;

/** Quotation marks of a text that have no other half. Apostrophes, and marks for inches, are none. */
export function unmatchedQuotes(text: string): Unmatched[] {
  if (!anyQuote.test(text)) return [];
  // A mark alone in its cell says “as above”.
  if (text.replaceAll(hole, '').trim().length < 2) return [];
  const unmatched = families.flatMap((family) => unmatchedIn(text, family));
  return withoutMixed(unmatched.sort((a, b) => a.offset - b.offset));
}

function unmatchedIn(text: string, { marks, closers, roleOf }: Family): Unmatched[] {
  const open: Open[] = [];
  const unmatched: Unmatched[] = [];
  const leave = ({ mark, offset }: Open) =>
    unmatched.push({ mark, offset, missing: closers[mark]?.[0] ?? mark, opens: opens(mark, text, offset) });
  let inches = false;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const rest = text.slice(index + 1, index + 8);
    const around = { before: text[index - 1] ?? '', after: rest[0] ?? '', rest };
    const role = roleOf(mark, around);
    const last = open.at(-1);
    inches ||= mark === '"' && inch.test(text.slice(Math.max(0, index - 6), index));
    if (last && role !== 'opens' && closers[last.mark]?.includes(mark) && !isApostrophe(mark, around)) {
      open.pop();
    } else if (role === 'opens' || role === 'either') {
      if (mark === '"' && last) leave(open.pop()!);
      open.push({ mark, offset: index });
    } else if (role === 'closes') {
      const missing = Object.keys(closers).find((opener) => closers[opener]?.includes(mark)) ?? mark;
      unmatched.push({ mark, offset: index, missing, opens: false });
    }
  }
  for (const one of open) leave(one);
  return inches ? [] : unmatched;
}

/** `27"`, `5.25"`, `6'2"` */
const inch = /(?:^|[^\d.,])\d{1,3}(?:[.,]\d+)?$|['’′]\d{1,2}$/;

/** A straight mark looks alike on both sides. */
function opens(mark: string, text: string, offset: number): boolean {
  return mark !== '"' || (edge.test(text[offset - 1] ?? '') && !/^\s?$/.test(text[offset + 1] ?? ''));
}

function isApostrophe(mark: string, { before, after }: Around): boolean {
  return mark === '’' && /\p{L}/u.test(before) && /\p{L}/u.test(after);
}

/** “opened so and closed otherwise" is one fault. */
function withoutMixed(unmatched: readonly Unmatched[]): Unmatched[] {
  const double = /["“”„‟]/;
  return unmatched.filter(({ mark }, index) => {
    const previous = unmatched[index - 1];
    return !(previous && double.test(mark) && double.test(previous.mark) && previous.mark !== mark);
  });
}
