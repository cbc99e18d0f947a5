import { plainText } from '../list/plain-text.ts';
import type { Entry, Section } from '../list/types.ts';
import { isProse } from '../style/described.ts';
import { fewest, type Habit, habit } from '../style/habit.ts';

/** What an entry is made of. */
export type Shape = 'linked' | 'elsewhere' | 'citation' | 'plain' | 'row' | 'heading' | 'block' | 'html';

/** From this share on a list has made up its mind. */
const clearShare = 0.95;
const fewestOfList = 20;
export function shapeOf(entry: Entry): Shape {
  if (entry.form !== 'item') return entry.form;
  const [link] = entry.links;
  if (!link || isProse(entry)) return 'linked';
  return link.kind === 'inline' || link.kind === 'reference' ? nameIn(link.text, entry) : 'linked';
}

function nameIn(text: string, { name }: Entry): Shape {
  return text.trim() === name.trim() ? 'linked' : 'elsewhere';
}

/** The habit of a section; one too small for a habit does as the list does, where that is beyond doubt. */
export function habitOf({ entries }: Section, ofList: Habit<Entry>): Habit<Entry> {
  const own = habit(entries.filter(isOfItsOwn), shapeOf);
  const isSmall = own.total < fewest && own.counts.has('linked');
  const isClear = ofList.total >= fewestOfList && ofList.count >= ofList.total * clearShare;
  return isSmall && isClear ? ofList : own;
}

/** Neither listed under another entry nor a label for others. */
export function isOfItsOwn({ parent, children, url }: Entry): boolean {
  return !parent && (children.length === 0 || url !== undefined);
}

/** A list item with nothing in it. */
export function isBlank({ form, name, children, node, links }: Entry): boolean {
  return (
    form === 'plain' &&
    name === '' &&
    children.length === 0 &&
    links.length === 0 &&
    plainText(node, { alt: true }).trim() === ''
  );
}
