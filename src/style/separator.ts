import type { Entry, Part } from '../list/types.ts';
import { descriptionOf, isAddress, isAllLinks, unbroken } from './described.ts';
import type { Dimension } from './dimension.ts';

/** What stands between names and descriptions, blanks included. */
export const separator: Dimension = {
  name: 'separator',
  about: 'what stands between a name and its description',
  rule: 'entry-separator',
  option: 'separator',
  measure: separatorOf,
  // A label and its address, where the list has names and descriptions.
  excused: ({ form, description, separator: own }, expected) =>
    form === 'plain' ||
    (description !== undefined && isAddress(description) && isColon(own?.text) && !isColon(expected)),
  things: 'entries',
  here: shown,
  do: (value) => (value.trim() === '' ? 'use only a blank' : `use ${shown(value)}`),
};

/** The separator of an entry; a blank where there is none; undefined where there is nothing to separate. */
function separatorOf(entry: Entry): string | undefined {
  if (!entry.separator || !(descriptionOf(entry) ?? isSetOffPlainly(entry))) return undefined;
  if (isAnnouncement(entry)) return undefined;
  if (hasOwnColon(entry, entry.separator)) return undefined;
  // `Name | address |  | price`: a column with nothing in it.
  if (/^[|｜]/.test(entry.description?.text ?? '')) return undefined;
  // `-[Name](…)` on a line of its own is meant for an entry.
  if (/\n[ \t]*[-*+]$/.test(entry.separator.text)) return undefined;
  const text = unbroken(entry.separator.text);
  if (text.includes('<!--') || /[*_]/.test(text)) return undefined;
  return text.trim() === '' ? text.slice(0, 1) : text;
}

/** `` `command` - Does this. ``: without a link it says all the same what the list does, but may be no entry. */
function isSetOffPlainly({ form, nameEmphasis, description }: Entry): boolean {
  return form === 'plain' && nameEmphasis.mark !== '' && description !== undefined;
}

/** `Test with a sanitizer: [one](…), [two](…)`: a sentence that ends in links. */
function isAnnouncement(entry: Entry): boolean {
  const { links, namePart } = entry;
  const first = links[0]?.place.start.offset ?? 0;
  return links.length > 1 && first >= (namePart.place.end.offset ?? 0) && isAllLinks(entry);
}

/** `**Notes:** Some …`: a colon within the emphasis is what sets the description off. */
function hasOwnColon({ namePart, nameEmphasis }: Entry, { text, place }: Part): boolean {
  if (text.trim() !== '' || nameEmphasis.inside || nameEmphasis.mark === '') return false;
  const between = (place.start.offset ?? 0) - (namePart.place.end.offset ?? 0);
  return between > nameEmphasis.mark.length;
}

function isColon(text: string | undefined): boolean {
  return text !== undefined && /[:：]/.test(text);
}

function shown(value: string): string {
  if (value.trim() === '') return value === '' ? 'Nothing' : 'Only a blank';
  const widest = Math.max(...value.split(/\S+/).map(({ length }) => length));
  const blanks = widest < 2 ? '' : ` (${widest === 2 ? 'two' : widest} blanks)`;
  return `“${value.replaceAll('\u00A0', '⍽')}”${names.get(value.trim()) ?? ''}${blanks}`;
}

/** Marks that look alike are named as well. */
const names = new Map([
  ['–', ' (en dash)'],
  ['—', ' (em dash)'],
  ['−', ' (minus sign)'],
  ['‐', ' (Unicode hyphen)'],
  ['‑', ' (non-breaking hyphen)'],
  ['―', ' (horizontal bar)'],
  ['：', ' (full-width colon)'],
]);
