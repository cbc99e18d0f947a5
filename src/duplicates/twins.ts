import { wordsOf } from '../anchors.ts';
import type { Entry, Section } from '../list/types.ts';
import { isUnderHeading } from '../list/under-heading.ts';
import { resourceOf } from '../resource.ts';
import { isProse } from '../style/described.ts';
import { lettersAndDigits } from '../text/letters.ts';

/** Two entries of one address. */
export interface Twins {
  entry: Entry;
  /** The earlier one: in the same place if there is one, else the first of all. */
  first: Entry;
  /** Whether both are in one section, and under one entry where they are nested. */
  together: boolean;
  likeness: Likeness;
}

/** How the names of two entries with one address go together. */
export type Likeness =
  /** One thing listed twice. */
  | 'same'
  /** The same, under another name. */
  | 'renamed'
  /** The address is of the first one's name only. */
  | 'of-first'
  /** The address is of the second one's name only. */
  | 'of-second'
  /** Several things in one repository or on one site. */
  | 'shared'
  /** Different names for one page. */
  | 'different';

/**
 * Finds entries whose address leads to what an earlier entry leads to.
 * @param isStrict whether what stands under an entry is held against the whole list too, and what the list lists in
 * several sections as a habit is a twin all the same
 */
export function findTwins(entries: readonly Entry[], isStrict = false): Twins[] {
  const seen = new Map<string, { first: Entry; byScope: Map<Entry | Section, Entry> }>();
  const twins: Twins[] = [];
  let pairs = 0;
  const known = new Map<string, string | undefined>();
  const resourceAt = (url: string) => {
    if (!known.has(url)) known.set(url, resourceOf(url));
    return known.get(url);
  };
  const labels = isStrict ? new Set<string>() : labelsOf(entries, resourceAt);
  for (const entry of entries) {
    const resource = entry.url === undefined || !isListed(entry) ? undefined : resourceAt(entry.url);
    if (resource === undefined) continue;
    const scope = scopeOf(entry);
    const before = seen.get(resource);
    if (!before) {
      seen.set(resource, { first: entry, byScope: new Map([[scope, entry]]) });
      continue;
    }
    const near = before.byScope.get(scope);
    if (!near) before.byScope.set(scope, entry);
    const first = near ?? before.first;
    if (!near && isLicense(resource)) continue;
    if (!near && (isUnderHeading(entry) || isUnderHeading(first))) continue;
    if (!isStrict && isDetail(entry, first, near !== undefined)) continue;
    const likeness = likenessOf(entry, first, resource);
    if (likeness === 'same' && arePairs(entry, first)) {
      if (!near) pairs++;
      continue;
    }
    const isLabelled = labels.has(wordsOf(entry.name)) && labels.has(wordsOf(first.name));
    if (isLabelled && !near) continue;
    twins.push({
      entry,
      first,
      together: near !== undefined,
      likeness: isLabelled && likeness === 'different' ? 'shared' : likeness,
    });
  }
  return withoutPages(isStrict ? twins : withoutHabit(withoutDigests(twins, entries), pairs, entries.length));
}

/** A thing in so many other sections is in each of them on purpose. */
const onPurpose = 2;
/** From so many on, and from this share of all entries on, things in several sections are a way to list them. */
const [manyElsewhere, habitualShare] = [10, 0.1];

/** A list may go by several aspects of things, and have each thing under all that apply. */
function withoutHabit(twins: readonly Twins[], pairs: number, count: number): Twins[] {
  const isElsewhere = ({ together, likeness }: Twins) =>
    !together && (likeness === 'same' || likeness === 'renamed');
  const times = new Map<Entry, number>();
  for (const one of twins) if (isElsewhere(one)) times.set(one.first, (times.get(one.first) ?? 0) + 1);
  const all = twins.filter(isElsewhere).length + pairs;
  const isHabit = all >= manyElsewhere && all >= count * habitualShare;
  return twins.filter((one) => !isElsewhere(one) || !(isHabit || times.get(one.first)! >= onPurpose));
}

/** From so many entries on, and from this share of them on, a section whose entries are listed before is made of those. */
const [fewestOfDigest, digestShare] = [5, 0.8];

/** A table that sums a list up, or a section of favourites, repeats on purpose. */
function withoutDigests(twins: readonly Twins[], entries: readonly Entry[]): readonly Twins[] {
  const elsewhere = countBySection(twins.flatMap(({ entry, together }) => (together ? [] : entry)));
  if (![...elsewhere.values()].some((count) => count >= fewestOfDigest)) return twins;
  const all = countBySection(entries);
  const isDigest = ({ section }: Entry) => {
    const count = elsewhere.get(section) ?? 0;
    return count >= fewestOfDigest && count >= all.get(section)! * digestShare;
  };
  return twins.filter(({ entry, together }) => together || !isDigest(entry));
}

function countBySection(entries: readonly Entry[]): Map<Section, number> {
  const counts = new Map<Section, number>();
  for (const { section } of entries) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}

/** Three names and more for one page in one section are no slip: the page is about all of them. */
function withoutPages(twins: readonly Twins[]): Twins[] {
  const counts = new Map<Entry, number>();
  const isOther = ({ together, likeness }: Twins) => together && likeness === 'different';
  for (const one of twins) if (isOther(one)) counts.set(one.first, (counts.get(one.first) ?? 0) + 1);
  return twins.map((one) =>
    isOther(one) && counts.get(one.first)! > 1 ? { ...one, likeness: 'shared' } : one,
  );
}

const fewestOfLabel = 3;

/** Names such as “Docs” and “Install”: several entries with other addresses have them, so they name no one thing. */
function labelsOf(entries: readonly Entry[], resourceAt: typeof resourceOf): Set<string> {
  const resources = new Map<string, Set<string>>();
  for (const { name, url } of entries) {
    const resource = url === undefined ? undefined : resourceAt(url);
    const words = wordsOf(name);
    if (resource === undefined || words === '') continue;
    const known = resources.get(words);
    if (known) known.add(resource);
    else resources.set(words, new Set([resource]));
  }
  return new Set([...resources].flatMap(([words, { size }]) => (size < fewestOfLabel ? [] : words)));
}

/** Not a sentence that mentions something, nor a paragraph that is nothing but a link. */
export function isListed(entry: Entry): boolean {
  if (isProse(entry) || isInstruction(entry) || isRowOfLinks(entry)) return false;
  return entry.form !== 'block' || entry.description !== undefined;
}

/** `Contributors: [ann](https://github.com/ann), [bob](https://github.com/bob)`: the address is of the link's name, not of the label. */
function isRowOfLinks({ form, name, links, url = '' }: Entry): boolean {
  if (form !== 'item' || links.length < 2 || links[0]?.url !== url) return false;
  const text = lettersOf(links[0].text);
  const last = lettersOf(
    url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '',
  );
  return text !== '' && text === last && text !== lettersOf(name) && !isMentioned(name, url);
}

/** `### [Oh My Zsh](…)` under “Installation”: how to use the list with it. */
function isInstruction({ form, section }: Entry): boolean {
  return (
    form === 'heading' && /^(?:how to )?(?:install|set-?up\b|use\b|using\b|usage\b)/i.test(section.title)
  );
}

/** Between two links that stand side by side: ` + `, ` - `, `, `. */
const widestGap = 3;

/** `[Bot](…) + [adapter](…)` twice: what stands right beside the address makes each another thing. */
function arePairs(...entries: [Entry, Entry]): boolean {
  const [one, other] = entries.map(({ links: [first, second] }) => {
    const gap = (second?.place.start.offset ?? Infinity) - (first?.place.end.offset ?? 0);
    return gap <= widestGap ? resourceOf(second!.url) : undefined;
  });
  return one !== undefined && other !== undefined && one !== other;
}

/** A label over entries makes a section of them. */
function scopeOf({ parent, section }: Entry): Entry | Section {
  return parent ?? section;
}

/** The text of a licence: what many things have, and no thing of its own. */
function isLicense(resource: string): boolean {
  return /^(?:opensource|apache|gnu|creativecommons|spdx|choosealicense)\.(?:org|com)\/(?:licen[cs]es?|publicdomain)\//.test(
    resource,
  );
}

/** What stands under a linked entry belongs to that one: it is held against its siblings alone. */
function isDetail(entry: Entry, first: Entry, near: boolean): boolean {
  if (!near && (entry.parent?.url !== undefined || first.parent?.url !== undefined)) return true;
  for (let at = entry.parent; at; at = at.parent) if (at === first) return true;
  return false;
}

function likenessOf(entry: Entry, first: Entry, resource: string): Likeness {
  const [words, others] = [wordsOf(entry.name), wordsOf(first.name)];
  if (words === others) return 'same';
  const second = isMentioned(entry.name, resource);
  const earlier = isMentioned(first.name, resource);
  if ((second && earlier) || overlap(words, others) >= 0.6) return 'renamed';
  const related = contains(words, others) || contains(others, words);
  if (second !== earlier && !related) return earlier ? 'of-first' : 'of-second';
  return isHome(resource) ? 'shared' : 'different';
}

const fewestLetters = 3;

/** Whether an address spells a name: `zsh-expand` in `github.com/menke/zsh-expand`. */
function isMentioned(name: string, resource: string): boolean {
  const letters = lettersOf(name.replace(/\([^)]*\)|(?:\s[-–—]|:)\s.*$/g, ''));
  return letters.length >= fewestLetters && lettersOf(resource).includes(letters);
}

function contains(words: string, others: string): boolean {
  return lettersOf(words).includes(lettersOf(others));
}

function lettersOf(text: string): string {
  return lettersAndDigits(text.toLowerCase());
}

/** Which share of the longer name's words both have; only names of several words have one. */
function overlap(words: string, others: string): number {
  const [a, b] = [new Set(words.split(' ')), new Set(others.split(' '))];
  if (Math.min(a.size, b.size) < 3) return 0;
  return [...a].filter((word) => b.has(word)).length / Math.max(a.size, b.size);
}

/** A repository, an account or a site: it may hold several things. */
function isHome(resource: string): boolean {
  const [host, ...path] = resource.replace(/[?#].*$/, '').split('/');
  return (
    path.length === 0 ||
    (path.length <= 2 && /^(?:github|gitlab|codeberg|bitbucket|gist|twitter|x)\b/.test(host ?? ''))
  );
}
