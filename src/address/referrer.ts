import type { List } from '../list/types.ts';

/** Pages and files of a repository that a list links to for its own sake, from outside of its entries. */
const ownPages =
  /^https:\/\/(?:github\.com\/[\w.-]+\/([\w.-]+)\/(?:issues|pulls?|blob|edit|actions|graphs)\b|raw\.githubusercontent\.com\/[\w.-]+\/([\w.-]+)\/)/;

/** What a list may call itself, where it tells a site who sends the readers. */
export function namesOf({ title, links }: List): string[] {
  const repositories = links.flatMap(({ url, entry }) => {
    const [, ofPage, ofFile] = (!entry && ownPages.exec(url)) || [];
    return ofPage ?? ofFile ?? [];
  });
  return [...new Set([...(title ? [title.text] : []), ...repositories].map(lettersOf))];
}

/** Whether a value of a parameter says so: by a name of the list, by what all such lists have in common, or by its badge. */
export function namesTheList(value: string, names: readonly string[]): boolean {
  const plain = lettersOf(value);
  if (/awesome|readme|github|badge/.test(plain) || plain === 'gh') return true;
  return names.some((name) => name.length > 3 && plain.includes(name));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '');
}
