import { slug as slugOf } from 'github-slugger';
import type { HeadingInfo, List } from './list/types.ts';
import { nearest } from './nearest.ts';
import { isAscii } from './text/letters.ts';

/** What fragments lead to within a list. */
export interface Anchors {
  /** The heading that a fragment leads to, if it leads to one. */
  headingOf(fragment: string): HeadingInfo | undefined;
  /** Whether a fragment leads anywhere on GitHub. */
  has(fragment: string): boolean;
  /** The heading most likely meant by a fragment that leads nowhere, or by the text of its link. */
  meantBy(fragment: string, text: string): HeadingInfo | undefined;
}

/** Fragments that lead to a repository's page as a whole, or to where the reader is. */
const everywhere = new Set(['', 'top', 'readme', 'readme-ov-file', 'readme-md']);

/** A list with thousands of dead fragments gets guesses for the first of them only. */
const mostComparisons = 20_000;

/** A fragment shorter than this may begin like a heading by chance. */
const shortestBeginning = 6;

/** The anchors of a list's headings and of the `id` and `name` attributes in its HTML. */
export function anchorsOf(list: List): Anchors {
  /** By the slugs of headings, and by the anchors written into them. */
  const bySlug = new Map<string, HeadingInfo>();
  const byWords = new Map<string, HeadingInfo | undefined>();
  for (const heading of list.headings) {
    for (const key of [heading.slug.toLowerCase(), keyOf(heading.slug)]) {
      if (!bySlug.has(key)) bySlug.set(key, heading);
    }
    for (const words of new Set([wordsOf(heading.text), wordsOf(heading.slug)])) {
      if (words === '') continue;
      // Undefined where several headings are meant alike.
      byWords.set(words, byWords.has(words) ? undefined : heading);
    }
  }
  // The anchor that a heading has from its text comes first.
  for (const heading of list.headings) {
    for (const id of heading.ids) {
      for (const key of [id.toLowerCase(), keyOf(id)]) if (!bySlug.has(key)) bySlug.set(key, heading);
    }
  }
  const ids = new Set([...list.ids].flatMap((id) => [id.toLowerCase(), keyOf(id)]));
  const slugs = list.headings.map(({ slug }) => slug);
  let comparisons = 0;
  const headingOf = (fragment: string) => {
    const plain = plainFragment(fragment);
    return bySlug.get(plain) ?? bySlug.get(keyOf(plain));
  };
  // A heading that has got more words since: `#green` for `Green & White`.
  const extended = (fragment: string) => {
    const key = keyOf(fragment);
    comparisons += slugs.length;
    if (key.length < shortestBeginning || comparisons > mostComparisons) return undefined;
    const longer = list.headings.filter(({ slug }) => keyOf(slug).startsWith(`${key}-`));
    return longer.length === 1 ? longer[0] : undefined;
  };
  return {
    headingOf,
    has: (fragment) => {
      const plain = plainFragment(fragment);
      return (
        everywhere.has(plain) || ids.has(plain) || ids.has(keyOf(plain)) || headingOf(plain) !== undefined
      );
    },
    meantBy: (fragment, text) => {
      const words = wordsOf(plainFragment(fragment));
      const alike = byWords.get(wordsOf(text)) ?? byWords.get(words);
      if (alike) return alike;
      const longer = extended(plainFragment(fragment));
      if (longer) return longer;
      comparisons += slugs.length;
      if (words === '' || comparisons > mostComparisons) return undefined;
      const slug = nearest(plainFragment(fragment), slugs);
      return slug === undefined ? undefined : bySlug.get(slug.toLowerCase());
    },
  };
}

/** A fragment as GitHub's page looks it up: decoded, in lower case, without its prefix for what users wrote. */
export function plainFragment(fragment: string): string {
  return decode(fragment)
    .toLowerCase()
    .replace(/^user-content-/, '');
}

/** What follows an emoji to say how it is shown. */
const selectors = /\uFE0E|\uFE0F|\u20E3/g;

// Whether an emoji leaves its variation selector, and a trailing badge its dash, has changed over the years: both work for us.
function keyOf(slug: string): string {
  return slug.toLowerCase().replace(selectors, '').replace(/-+$/, '');
}

/**
 * What leads to a heading, to be written into a link. GitHub drops an emoji and keeps the selector behind it, which
 * nobody sees, so it is encoded.
 */
export function fragmentFor({ slug, text }: HeadingInfo): string {
  const bare = slugOf(text.replace(/[\uFE0E\uFE0F]/g, ''));
  if (!/[\uFE0E\uFE0F]/.test(text) || !slug.startsWith(bare)) return slug;
  return `${slugOf(text)}${slug.slice(bare.length)}`.replace(/[\uFE0E\uFE0F]/g, encodeURIComponent);
}

/** The words of a text in lower case, without punctuation and emoji. */
export function wordsOf(text: string): string {
  const small = text.toLowerCase();
  const found = isAscii(small)
    ? small.match(/[a-z0-9+#]+/g)
    : small.replace(selectors, '').match(/[\p{Letter}\p{Mark}\p{Number}+#]+/gu);
  const words = found ?? [];
  return (small.includes('#') ? words.filter((word) => !/^#+$/.test(word)) : words).join(' ');
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
