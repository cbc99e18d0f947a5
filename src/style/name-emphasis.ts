import type { Entry } from '../list/types.ts';
import { isProse } from './described.ts';
import type { Dimension } from './dimension.ts';

/**
 * How names are emphasised. Values: `plain`, or the marker, `*` or `**`, around the link (`**[a](b)**`) or, in brackets,
 * inside it (`[**a**](b)` is `[**]`).
 */
export const nameEmphasis: Dimension = {
  name: 'name-emphasis',
  about: 'how names are emphasised',
  rule: 'entry-name',
  option: 'emphasis',
  measure: emphasisOf,
  things: 'names',
  isFree: (entries, value) => value === 'plain' && pointsOut(entries),
  here: (value) => (value === 'plain' ? 'A name without emphasis' : `A name in ${shown(value)}`),
  do: (value) => (value === 'plain' ? 'have no emphasis' : `are in ${shown(value)}`),
};

/** Among plain names, emphasis that is not rare points out the best. */
export function pointsOut(entries: readonly Entry[]): boolean {
  const values = entries.map(emphasisOf).filter((value) => value !== undefined);
  return values.filter((value) => value !== 'plain').length * 20 > values.length;
}

/**
 * Only names in links: others are emphasised in order to be names. Code is no emphasis, but says what the name is, and
 * a link within a sentence (`…, described in *[Title](url)*`) is no name.
 */
function emphasisOf(entry: Entry): string | undefined {
  const { form, url, links, name, namePart, nameEmphasis, separator } = entry;
  const { mark, inside } = nameEmphasis;
  if ((form !== 'item' && form !== 'block') || isProse(entry)) return undefined;
  if (url === undefined || mark === '`' || links[0]?.text.trim() !== name) return undefined;
  if (links[0].kind !== 'inline' && links[0].kind !== 'reference') return undefined;
  // `**[Name](…):** A tool.`: more than the name is emphasised.
  if (/[*_]/.test(separator?.text ?? '')) return undefined;
  // `**Name**: [Name](…)`: the link comes after the name.
  if ((links[0].place.start.offset ?? 0) > (namePart.place.start.offset ?? 0)) return undefined;
  // Which of two markers of one meaning it is, is no matter of names.
  const marker = '*'.repeat(mark.length);
  if (marker === '') return 'plain';
  return inside ? `[${marker}]` : marker;
}

/** Neither `*` nor `_`, which mean the same. */
function shown(value: string): string {
  const kind = value.includes('**') ? 'bold' : 'italics';
  return `${kind} (marked ${value.startsWith('[') ? 'inside' : 'around'} the link)`;
}
