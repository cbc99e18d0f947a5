import { plainText } from '../list/plain-text.ts';
import type { Entry, Venue } from '../list/types.ts';
import type { Dimension } from './dimension.ts';

/** Venues that are no venue yet: nothing is asked of their form. */
const unsettled = /\?|unpublished|submitted|under review|to appear|forthcoming|preprint/i;

/** What stands in a venue's stead: a work that appeared nowhere. */
const ofItsKind =
  /thesis|dissertation|report|book|preprint|arxiv|slides|talk|poster|blog|patent|project|draft|manuscript|lecture/i;

function restOf({ description, extras }: Entry): string {
  return [description?.text ?? '', ...extras.map(({ text }) => text)].join(' ');
}

const venueOf = ({ form, venue }: Entry): Venue | undefined => (form === 'citation' ? venue : undefined);

/** Whether citations name a venue at all. Values: `venue`, `none`. */
export const venuePresence: Dimension = {
  name: 'venue',
  about: 'whether citations name the venue',
  rule: 'citation',
  option: 'venue',
  measure: (entry) => {
    if (entry.form !== 'citation') return undefined;
    if (entry.venue) return 'venue';
    // A year that is no venue was written otherwise than the others, not left out.
    return ofItsKind.test(restOf(entry)) || /\b(?:19|20)\d\d\b/.test(plainText(entry.node))
      ? undefined
      : 'none';
  },
  things: 'citations',
  here: (value) => (value === 'none' ? 'No venue or year' : 'A venue or year'),
  do: (value) => (value === 'none' ? 'name none' : 'name theirs'),
  doAlone: (value) => (value === 'none' ? 'name no venue' : 'name their venue'),
};

/** What stands between title and venue. */
export const venueSeparator: Dimension = {
  name: 'venue-separator',
  about: 'what stands between the title of a citation and its venue',
  rule: 'citation',
  option: 'separator',
  measure: (entry) => venueOf(entry)?.separator.replace(/\s+/g, ' '),
  things: 'venues',
  here: (value) => `${nameOf(value, 'No', 'A')} before the venue`,
  do: (value) =>
    value.trim() === '' ? 'follow after a blank' : `are set off by ${nameOf(value, 'no', 'a')}`,
};

function nameOf(separator: string, no: string, a: string): string {
  if (separator === '') return `${no} blank`;
  if (separator === ' ') return `${no} mark`;
  const names = { ',': 'comma', ':': 'colon', '-': 'hyphen', '–': 'dash', '—': 'dash', '.': 'full stop' };
  const name = (names as Record<string, string>)[separator.trim()];
  return name ? `${a} ${name}` : `“${separator}”`;
}

/** How venues are emphasised. */
export const venueEmphasis: Dimension = {
  name: 'venue-emphasis',
  about: 'how the venue of a citation is emphasised',
  rule: 'citation',
  option: 'emphasis',
  measure: (entry) => {
    const venue = venueOf(entry);
    return venue && !unsettled.test(venue.text) ? venue.emphasis : undefined;
  },
  things: 'venues',
  here: (value) => (value === '' ? 'No emphasis' : `${emphasised('Venue', value)}`),
  do: (value) => (value === '' ? 'have no emphasis' : `are written ${emphasised('Venue', value)}`),
};

/** A venue in the given emphasis. */
export function emphasised(venue: string, emphasis: string): string {
  return `${emphasis}${venue}${emphasis === '(' ? ')' : emphasis}`;
}

/** How name and year are put together, by example. */
export const venueShape: Dimension = {
  name: 'venue-shape',
  about: 'how the year is added to the name of a venue',
  rule: 'citation',
  option: 'shape',
  measure: (entry) => {
    const venue = venueOf(entry);
    return venue && shapeOf(venue.text)?.shape;
  },
  excused: ({ venue }, expected) => isGlued(expected) && isSpelledOut(shapeOf(venue?.text ?? '')?.name ?? ''),
  things: 'venues with a year',
  here: (value) => `A year as in “${value}”`,
  do: (value) => `have it as in “${value}”`,
};

/** Whether nothing stands between name and year. */
function isGlued(shape: string): boolean {
  return !/[\s,]/.test(shape);
}

/** `Communications Magazine`, to whose last word no year is glued as it is to an acronym. */
function isSpelledOut(name: string): boolean {
  return /\s\p{Lu}?\p{Ll}+$/u.test(name);
}

export interface Shape {
  shape: string;
  name: string;
  /** Four digits. */
  year: string;
}

const shapes: readonly [shape: string, pattern: RegExp][] = [
  ['SOSP 2017', /^(.*\p{Letter}) ((?:19|20)\d\d)$/u],
  ['SOSP, 2017', /^(.*\p{Letter}), ((?:19|20)\d\d)$/u],
  ["SOSP '17", /^(.*\p{Letter}) ['’](\d\d)$/u],
  ["SOSP'17", /^(.*\p{Letter})['’](\d\d)$/u],
  ['SOSP2017', /^(.*\p{Letter})((?:19|20)\d\d)$/u],
  ['SOSP17', /^(.*\p{Letter})(\d\d)$/u],
  ['SOSP 17', /^(.*\p{Letter}) (\d\d)$/u],
];

/** How a venue's name and year are put together; undefined for one without a year at its end. */
export function shapeOf(venue: string): Shape | undefined {
  for (const [shape, pattern] of shapes) {
    const [, name, digits] = pattern.exec(venue.trim()) ?? [];
    if (name !== undefined && digits !== undefined) return { shape, name, year: fourDigits(digits) };
  }
  return undefined;
}

function fourDigits(digits: string): string {
  if (digits.length === 4) return digits;
  return `${Number(digits) < 50 ? '20' : '19'}${digits}`;
}

/** A venue in another shape. */
export function inShape({ name, year }: Shape, shape: string): string {
  return shape
    .replace('SOSP', () => name)
    .replace('2017', year)
    .replace('17', year.slice(2));
}
