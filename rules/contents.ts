import { anchorsOf, fragmentFor, plainFragment, wordsOf } from '../src/anchors.ts';
import { contentsAnew } from '../src/contents/anew.ts';
import { sectionsBefore } from '../src/contents/before.ts';
import { demandsOn } from '../src/contents/demands.ts';
import { addEdit, removeEdit, repointEdit, retextEdit } from '../src/contents/edits.ts';
import { type ContentsFault, readContents } from '../src/contents/faults.ts';
import { firstContents } from '../src/contents/first.ts';
import { unwanted } from '../src/contents/missing.ts';
import { moveEdits } from '../src/contents/move.ts';
import type { Contents, Entry, List } from '../src/list/types.ts';
import type { Edit, Fix } from '../src/message.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { unreadHeadings } from '../src/text/unread-headings.ts';

const manyEntries = 40;
/** Fewer stand on one screen, in however many sections. */
const someEntries = 20;
const manySections = 4;

export default defineRule({
  id: 'contents',
  summary: 'The table of contents lists the sections there are, in their order, and its links work',
  category: 'list',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'safe',
  options: {
    demands: {
      default: 'house',
      values: ['links', 'house', 'awesome'],
      about:
        '`links`: only that its links work. `house`: also that it is complete, as far as the list itself goes. `awesome`: also what sindresorhus/awesome demands',
    },
    anew: {
      default: false,
      about:
        'Whether the fix writes the contents anew as a whole, in their own shape, and those that a list lacks; `kempt fix --contents` asks for it once',
    },
  },
  presetOptions: { awesome: { demands: 'awesome' }, minimal: { demands: 'links' } },
  since: '0.1.0',
  docs: {
    finds: `Items of the table of contents that lead nowhere (an error) or to another section than they say, items listed twice, with a
slip in their text or out of order, and sections with entries that are missing from it. It goes as deep as the list's own contents go:
where subsections are not listed as a habit, none is missed. Group labels, shortened texts, HTML, tables and generated blocks are
understood. A list of more than ${manyEntries} entries, or of
${someEntries} in more than ${manySections} sections, without contents gets a note, and so do contents without links. What a
section without entries (licence, contributing) does is up to the list, and so are related lists.

With \`demands: awesome\` there have to be contents, they have to be the first section and be called “Contents”, list their
sections by their exact names and the anchors that headings have by themselves, one nested level at most, and leave out Contributing, Footnotes and Related Lists.

Items are mended one by one: added, taken out, re-pointed, moved. \`kempt fix --contents\` writes them anew as a whole and keeps
their bullets, depth, emphasis and texts; a list without contents gets some.`,
    why: `Readers of a long list find their way by its contents. They are kept by hand, so every new or renamed section can break
them, and nobody notices.`,
    bad: `# Awesome Tea

## Contents

- [Green Tea](#green-tea)
- [Black Tea](#blak-tea)

## Green Tea

- [Sencha](https://example.com/sencha) - Steamed.

## Black Tea

- [Assam](https://example.com/assam) - Malty.
`,
    good: `# Awesome Tea

## Contents

- [Green Tea](#green-tea)
- [Black Tea](#black-tea)

## Green Tea

- [Sencha](https://example.com/sencha) - Steamed.

## Black Tea

- [Assam](https://example.com/assam) - Malty.
`,
    whenOff: 'The contents are made by the site that shows the list, from anchors that GitHub does not know.',
  },

  list(list, { options, report, source, tree }) {
    const { contents } = list;
    const say = (finding: Finding) =>
      report(options.demands === 'awesome' ? { ...finding, severity: undefined } : finding);
    if (!contents) {
      if (options.demands !== 'links' || options.anew) reportAbsence(list, options, source, say);
      return;
    }
    const reading = readContents(list, contents, options.demands === 'awesome');
    const isLinked = contents.items.some(({ link }) => link !== undefined);
    if (!isLinked && options.demands !== 'links') say(unlinkedFinding(contents));
    const whole = options.anew && !contents.generated ? contentsAnew(contents, reading, source) : undefined;
    if (whole) say(differenceFinding(whole, source));
    const unread = new Set(unreadHeadings(tree, source).map(({ text }) => wordsOf(text)));
    for (const fault of reading.faults) {
      // The heading is there, and lacks a blank: heading-syntax says so, once.
      if (fault.kind === 'dead' && unread.has(wordsOf(fault.item.fragment ?? ''))) continue;
      // What may be added to contents without links is not known: their items need not be the headings' texts.
      if (isLinked && (options.demands !== 'links' || fault.kind === 'dead'))
        say(findingOf(fault, contents, source, whole !== undefined));
    }
    if (options.demands === 'awesome') for (const finding of demandsOn(list, contents, source)) say(finding);
    else if (options.demands === 'house') reportLate(list, contents, say);
  },
});

function unlinkedFinding({ items, place }: Contents): Finding {
  return {
    reason: `The contents only name ${items.length} sections, and link none`,
    at: place,
    severity: 'info',
    note: '`kempt fix --contents` links them',
  };
}

function findingOf(fault: ContentsFault, contents: Contents, source: Source, asWhole: boolean): Finding {
  const finding = describe(fault, contents, source);
  if (!contents.generated) return asWhole ? { ...finding, fix: undefined } : finding;
  return { ...finding, fix: undefined, note: 'These contents are generated: run their generator again' };
}

function describe(fault: ContentsFault, contents: Contents, source: Source): Finding {
  switch (fault.kind) {
    case 'dead':
      return deadFinding(fault);
    case 'astray':
      return {
        reason: astrayReason(fault),
        at: fault.item.link?.urlPlace ?? fault.item.place,
        severity: 'warning',
        actual: `#${fault.item.fragment}`,
        expected: [`#${fragmentFor(fault.meant)}`],
        fix: fixOf('safe', ['links'], repointEdit(fault.item, fault.meant)),
      };
    case 'repeated':
      return {
        reason: `“${fault.item.text}” is listed twice in the contents; first in line ${fault.first.place.start.line}`,
        at: fault.item.place,
        severity: 'warning',
        fix: fixOf('safe', ['text', 'links', 'layout'], removeEdit(fault.item, contents.items, source)),
      };
    case 'text':
      return {
        reason: `“${fault.item.text}” in the contents, but “${fault.heading.text}” in the heading`,
        at: fault.item.place,
        severity: 'warning',
        actual: fault.item.text,
        expected: [fault.heading.text],
        fix: fixOf('suggested', ['text'], retextEdit(fault.item, fault.heading, source)),
      };
    case 'order':
      return {
        reason: fault.behind
          ? `“${fault.item.text}” is out of order in the contents: its section follows “${fault.behind.text}”`
          : `“${fault.item.text}” is out of order in the contents: its section is the first`,
        at: fault.item.place,
        severity: 'warning',
        fix: fixOf(
          'suggested',
          contents.form === 'list' ? ['order'] : ['order', 'text'],
          moveEdits(fault.item, fault.behind, contents.items, source),
        ),
      };
    case 'missing':
      return {
        reason: `The section “${fault.heading.text}” is missing from the contents`,
        note: `The contents are in line ${contents.place.start.line}`,
        at: fault.heading.place,
        severity: 'warning',
        fix: fixOf(
          'safe',
          ['text', 'links', 'layout'],
          addEdit(fault.heading, fault, contents.items, source),
        ),
      };
  }
}

function astrayReason({ item, heading, meant }: Extract<ContentsFault, { kind: 'astray' }>): string {
  const wrong = `“${item.text}” leads to “${heading.text}” (#${heading.slug})`;
  return heading.text === meant.text
    ? `${wrong} as another item does; to the next of that name it is #${meant.slug}`
    : `${wrong}, not to the section of its name (#${meant.slug})`;
}

function deadFinding({ item, meant, certain }: Extract<ContentsFault, { kind: 'dead' }>): Finding {
  const hint = meant ? `; the anchor of “${meant.text}” is #${fragmentFor(meant)}` : '';
  return {
    reason: `“${item.text}” leads nowhere: no section has the anchor #${item.fragment}${hint}`,
    at: item.link?.urlPlace ?? item.place,
    actual: `#${item.fragment}`,
    expected: meant ? [`#${fragmentFor(meant)}`] : undefined,
    link: item.link?.url,
    fix: meant && fixOf(certain ? 'safe' : 'suggested', ['links'], repointEdit(item, meant)),
  };
}

function fixOf(kind: Fix['kind'], touches: Fix['touches'], edits: Edit[] | undefined): Fix | undefined {
  return edits && { kind, touches, edits };
}

const everything = ['text', 'links', 'order', 'layout'] as const;

/** One finding for the contents as a whole, whose fix writes them anew. */
function differenceFinding(edit: Edit, source: Source): Finding {
  return {
    reason: 'The contents are not what they would be if they were written anew',
    at: source.place(edit.start, edit.end),
    severity: 'warning',
    fix: fixOf('suggested', everything, [edit]),
  };
}

function reportAbsence(
  list: List,
  { demands, anew }: { demands: string; anew: boolean },
  source: Source,
  say: (finding: Finding) => void,
): void {
  const { entries, sections } = weightOf(list);
  const long =
    (entries > manyEntries && sections > 2) ||
    // Some sections of points without links are the text of a readme that is no list.
    (sections > manySections && entries > someEntries && isLinked(list));
  if (demands !== 'awesome' && !anew && (!long || isNavigated(list))) return;
  // Where contents are a matter of taste they are written only for who asks.
  const wanted = demands === 'awesome' || anew;
  const edit = wanted ? firstContents(list, source, demands === 'awesome' ? unwanted : new Set()) : undefined;
  say({
    reason: `No table of contents for ${entries} entries in ${sections} sections`,
    at: list.title?.place ?? source.place(0, 0),
    severity: 'info',
    note: 'GitHub shows an outline of its own, but not beside the readme, and other places show none; `kempt fix --contents` writes contents',
    fix: edit && fixOf('suggested', everything, [edit]),
  });
}

/** Whether links lead to half of the sections with entries: contents, then, though they hold entries of their own. */
function isNavigated(list: List): boolean {
  const anchors = anchorsOf(list);
  const fragments = list.links.filter(({ url }) => url.startsWith('#')).map(({ url }) => url.slice(1));
  const targets = new Set(fragments.map((fragment) => anchors.headingOf(fragment)?.slug));
  const sections = list.allSections.filter(({ entries, depth }) => depth > 0 && entries.length > 0);
  return sections.filter(({ slug }) => targets.has(slug)).length * 2 >= sections.length;
}

/** How many entries there are, and sections of them: of those that lead somewhere in a list where most do. */
function weightOf(list: List): { entries: number; sections: number } {
  const counts = isLinked(list) ? ({ url }: Entry) => url !== undefined : () => true;
  const sections = list.allSections.filter(({ entries, depth }) => depth > 0 && entries.some(counts));
  return { entries: list.entries.filter(counts).length, sections: sections.length };
}

/** Whether a good part of the entries lead somewhere. */
function isLinked({ entries }: List): boolean {
  return entries.filter(({ url }) => url !== undefined).length * 4 >= entries.length;
}

/** Contents that come after several of the sections that they list are found too late. */
function reportLate(list: List, contents: Contents, say: (finding: Finding) => void): void {
  const listed = new Set(contents.items.map(({ fragment }) => plainFragment(fragment ?? '')));
  const before = sectionsBefore(list, contents).filter(
    ({ entries, slug }) => entries.length > 0 && listed.has(slug),
  );
  if (before.length < 2) return;
  say({
    reason: `The contents come after ${before.length} of their sections, “${before[0]?.title}” first`,
    at: contents.section?.place ?? contents.place,
    severity: 'warning',
  });
}
