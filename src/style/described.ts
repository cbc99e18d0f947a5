import type { Nodes } from 'mdast';
import { plainText } from '../list/plain-text.ts';
import type { Entry, Part } from '../list/types.ts';
import { hasLetterOrDigit, isAscii } from '../text/letters.ts';

/** Marks that set a description off from a name and say nothing themselves. */
const mark = /^(?:[-‐‑‒–—―−:：|｜~•·→⇒»]|--|---|::|->|=>)$/u;

/**
 * The description of an entry that is held to the list's conventions. Undefined for what only looks like one: prose with a
 * link in it, a sentence that the name is part of (`by Ann`, `, 2nd edition`, `(with pictures)`), and what has no link.
 */
export function descriptionOf({ form, url, namePart, separator, description }: Entry): Part | undefined {
  if (!description || url === undefined || form === 'plain' || form === 'citation') return undefined;
  if (!hasLetterOrDigit(description.text) || isProse({ namePart, description })) return undefined;
  if (!separator) return form === 'item' ? undefined : description;
  const text = unbroken(separator.text);
  const said = text.includes('<!--') ? text.replace(/<!--.*?-->/g, '') : text;
  if (mark.test(said.replace(closing, '$1').trim())) return description;
  if (!/^\.?\s*$/.test(text)) return undefined;
  return isOwnLine.test(separator.text) || beginsSentence(description.text) ? description : undefined;
}

/** `**[Name](…):** A tool.`: the emphasis of the name takes the colon in. */
const closing = /^(\s*[:：]\s*)(?:\*{1,3}|_{1,3})(?=\s|$)/;

/** A hard break behind the name: what follows is on a line of its own. */
const isOwnLine = /(?: {2}|\\)\r?\n/;

/** The same where the strict form is demanded: there a dash may come after something more of the name (`*(by Ann)* - A tool.`). */
export function strictDescriptionOf(entry: Entry): Part | undefined {
  const { form, url, description } = entry;
  const described = descriptionOf(entry);
  if (described || form !== 'item' || url === undefined || !description || isProse(entry)) return described;
  return /\s-\s/.test(description.text) && /\s-\s+\p{Uppercase_Letter}/u.test(description.text)
    ? description
    : undefined;
}

/** `Slides: https://…`: what stands behind the name is where it is found, not what it is. */
export function isAddress({ text }: Part): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

/** A separator on one line: one that is broken over lines is broken at a blank. */
export function unbroken(separator: string): string {
  return separator.includes('\n') ? separator.replace(/[ \t]*\r?\n[ \t]*/g, ' ') : separator;
}

/** Whether an entry is a sentence with a link somewhere in it: `Unlike [antigen](…), no files are needed`. */
export function isProse({ namePart, description }: Pick<Entry, 'namePart' | 'description'>): boolean {
  if (!description) return false;
  return (description.place.start.offset ?? 0) <= (namePart.place.start.offset ?? 0);
}

/** `A tool for …`, `Builds a …`: not `by Ann`, not `Ann Lee (Oslo)`. */
function beginsSentence(description: string): boolean {
  return (
    /^[A-Z][A-Za-z'’-]* [a-z][A-Za-z'’/-]* \S+ \S/.test(description) ||
    (!isAscii(description) && /^\p{Lu}[\p{L}'’-]* \p{Ll}[\p{L}'’/-]* \S+ \S/u.test(description))
  );
}

/** `[Docs](…), [Demo](…)` is no sentence. */
export function isAllLinks({ descriptionNodes }: Entry): boolean {
  if (!descriptionNodes.some(isLink)) return false;
  const saying = descriptionNodes.filter((node) => hasLetterOrDigit(plainText(node)));
  return saying.length > 0 && saying.every(isLink);
}

function isLink({ type }: Nodes): boolean {
  return type === 'link' || type === 'linkReference';
}
