import type { HeadingInfo, List, Section } from '../list/types.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';
import { escaped } from '../text/escaped.ts';
import { lineStart } from './lines.ts';
import { sectionsWithEntries } from './missing.ts';

/** Contents of more items than this do without the second level. */
const most = 50;

interface Item {
  section: Section;
  heading: HeadingInfo;
}

/**
 * Contents for a list that has none: a section before the first one, with an item for each section that holds
 * entries and, where they are not too many, for those right under them. Undefined where there is no place for it.
 * @param without titles of sections to leave out
 */
export function firstContents(list: List, source: Source, without: ReadonlySet<string>): Edit | undefined {
  const { items, rank, topmost } = withoutWrapper(itemsOf(list, without));
  const before = list.headings.find(({ depth, place, node }) => {
    return depth === topmost && node.type === 'heading' && offsetOf({ place }) > titleEnd(list);
  });
  if (items.length < 2 || !before || before.place.start.column !== 1) return undefined;
  const tops = items.filter(({ heading }) => heading.depth === rank);
  const inner = items.filter(({ section, heading }) => {
    return heading.depth === rank + 1 && tops.some((top) => top.section === section.parent);
  });
  const listed = tops.length + inner.length <= most ? [...tops, ...inner] : tops;
  const bullet = bulletOf(list, source);
  const rows = listed
    .sort((a, b) => offsetOf(a.heading) - offsetOf(b.heading))
    .map(
      ({ heading: { depth, text, slug } }) =>
        `${depth === rank ? '' : '  '}${bullet} [${escaped(text)}](#${slug})`,
    );
  const at = lineStart(source.text, offsetOf(before));
  const name = nameFor(listed);
  return {
    start: at,
    end: at,
    text: `${'#'.repeat(Math.max(2, topmost))} ${name}\n\n${rows.join('\n')}\n\n`,
  };
}

/** One section around all others is none that a reader looks for: those in it are listed. */
function withoutWrapper(all: readonly Item[]) {
  const topmost = topmostOf(all);
  const inner = all.filter(({ heading }) => heading.depth > topmost);
  if (all.length - inner.length !== 1 || inner.length < 2) return { items: [...all], rank: topmost, topmost };
  return { items: inner, rank: topmostOf(inner), topmost };
}

/** Sections that hold entries, somewhere in them, under a heading of Markdown. */
function itemsOf(list: List, without: ReadonlySet<string>): Item[] {
  const filled = sectionsWithEntries(list);
  const headingOf = new Map(list.headings.map((heading) => [heading.node, heading]));
  return list.allSections.flatMap((section) => {
    const heading = section.heading && headingOf.get(section.heading);
    if (heading?.node.type !== 'heading' || !filled.has(section) || without.has(section.title)) return [];
    return offsetOf(heading) > titleEnd(list) ? [{ section, heading }] : [];
  });
}

function titleEnd({ title }: List): number {
  return title?.place.end.offset ?? -1;
}

/** The bullet that most entries have. */
function bulletOf({ entries }: List, { text }: Source): string {
  const counts = new Map<string, number>();
  for (const { node } of entries) {
    const bullet = node.type === 'listItem' ? (text[node.position?.start.offset ?? 0] ?? '') : '';
    if (/[-*+]/.test(bullet)) counts.set(bullet, (counts.get(bullet) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '-';
}

/** What the contents are called where sections are named in Chinese or Japanese, and everywhere else. */
function nameFor(items: readonly Item[]): string {
  const titles = items.map(({ heading }) => heading.text).join('');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(titles)) return '目次';
  const han = titles.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 2 > (titles.match(/\p{L}/gu)?.length ?? 0) ? '目录' : 'Contents';
}

function offsetOf({ place }: Pick<HeadingInfo, 'place'>): number {
  return place.start.offset ?? 0;
}

/** One by one: thousands of arguments are too many for a call. */
function topmostOf(some: readonly { heading: { depth: number } }[]): number {
  return some.reduce((least, { heading }) => Math.min(least, heading.depth), Number.POSITIVE_INFINITY);
}
