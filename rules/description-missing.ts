import type { Nodes, Root } from 'mdast';
import { eachNode } from '../src/each-node.ts';
import { hasOnlyMore } from '../src/entry-form/only-more.ts';
import { plainText } from '../src/list/plain-text.ts';
import type { Entry, EntryForm, List, Section } from '../src/list/types.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import { descriptionOf, isAddress } from '../src/style/described.ts';
import { fewest, firmShare, type Habit, habit, weakShare } from '../src/style/habit.ts';
import { lettersAndDigits } from '../src/text/letters.ts';

/** Forms in which an entry has a description of its own; a citation has its venue. */
const described = new Set<EntryForm>(['item', 'heading', 'block', 'html', 'row']);

/** `More…` leads to other lists. */
const pointsOn = /(?:…|\.\.\.)$/;

/** Below this share of descriptions in a section they may well be optional: a note is enough. */
const clearShare = 0.9;
/** A name of so many words is a title. */
const wordsOfTitle = 6;

export default defineRule({
  id: 'description-missing',
  summary: 'Entries have a description where the other entries of their section have one',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {
    demands: {
      default: 'house',
      values: ['house', 'always'],
      about:
        '`house`: a description where most entries of the section have one. `always`: everywhere but in sections in which most are bare names',
    },
  },
  presetOptions: { awesome: { demands: 'always' } },
  since: '0.1.0',
  docs: {
    finds: `Entries with a name and nothing else, in a section in which at least four in five of at least five entries have a
description; where fewer than nine in ten have one, this is but a note, and where the list as a whole often leaves them out, nothing. Entries that go on with something else (\`by Ann\`,
\`(with pictures)\`, \`([Source](…))\`), titles of ${wordsOfTitle} words and more, entries with others listed under them, rows of tables and
citations are left alone. With \`demands: always\` every entry needs a description
but for such titles and in sections in which most are bare names; where the section or the list often leaves them out, this is but a note,
since names may say enough by themselves.`,
    why: 'A name alone rarely tells a reader whether the thing is what they look for; the list has to.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha)
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'Names say enough, and descriptions are given only where they do not.',
  },

  list(list, { tree, options, facts, report }) {
    const findings =
      options.demands === 'always'
        ? strictFindings(list, tree)
        : houseFindings(list, facts.before ?? list, tree);
    for (const finding of findings) report(finding);
  },
});

/** Whether an entry has a description or only a name; undefined where it says something else, or need not. */
function saysMore(entry: Entry): 'description' | 'name' | undefined {
  const { form, name, url, children, parent, description, extras, separator } = entry;
  if (pointsOn.test(name.trimEnd())) return undefined;
  if (!described.has(form) || url === undefined || children.length > 0 || isPartOf(parent)) return undefined;
  if (description) return descriptionOf(entry) && !isAddress(description) ? 'description' : undefined;
  if (extras.some(({ kind }) => kind === 'link') || hasMoreText(entry)) return undefined;
  // A separator with nothing behind it is a description that was forgotten.
  return separator || extras.every(({ where }) => where === 'before') || form === 'item' ? 'name' : undefined;
}

/** The entries of a section, with those under labels. */
function entriesOf({ entries }: Pick<Section, 'entries'>): Entry[] {
  const all: Entry[] = [];
  const rest = entries.toReversed();
  for (let entry = rest.pop(); entry; entry = rest.pop()) {
    all.push(entry);
    for (const child of entry.children.toReversed()) rest.push(child);
  }
  return all;
}

/** What stands under an entry tells of that; under a label stand entries. */
function isPartOf(parent: Entry | undefined): boolean {
  return parent !== undefined && (parent.url !== undefined || isPartOf(parent.parent));
}

/** Text that the model takes for no description, such as tags in brackets. */
function hasMoreText({ form, name, node }: Entry): boolean {
  if (form !== 'item' && form !== 'row') return false;
  return lettersAndDigits(plainText(node)).length > lettersAndDigits(name).length;
}

function* houseFindings(list: List, learnFrom: Pick<List, 'allSections'>, tree: Root): Generator<Finding> {
  let bare: ReadonlySet<Entry> | undefined;
  const learned = new Map(learnFrom.allSections.map((section) => [keyOf(section), section]));
  const ofList = habit(learnFrom.allSections.flatMap(entriesOf), saysMore);
  const isOptional = ofList.value !== 'description' || ofList.strength !== 'firm';
  for (const section of list.allSections) {
    const { strength, value, count, total } = habit(
      entriesOf(learned.get(keyOf(section)) ?? section),
      saysMore,
    );
    if (strength !== 'firm' || value !== 'description') continue;
    const where = section.title ? ` in “${section.title}”` : '';
    const isClear = count >= total * clearShare;
    if (isOptional && !isClear) continue;
    for (const entry of entriesOf(section)) {
      if (saysMore(entry) !== 'name' || isTitle(entry)) continue;
      bare ??= inListsOfNames(tree, list.entries);
      if (bare.has(entry)) continue;
      yield {
        severity: isOptional || !isClear ? 'info' : undefined,
        reason: `No description of “${entry.name}”, but ${count} of ${total} entries${where} have one`,
        at: entry.place,
      };
    }
  }
}

/** So many names in a list of their own do without descriptions on purpose. */
const fewestNames = 3;

/** Entries in a Markdown list none of whose entries has a description, as under a label of its own in its section. */
function inListsOfNames(tree: Root, entries: readonly Entry[]): Set<Entry> {
  const byNode = new Map<Nodes, Entry>(entries.map((entry) => [entry.node, entry]));
  const bare = new Set<Entry>();
  eachNode(tree, (node) => {
    if (node.type !== 'list') return undefined;
    const found = node.children.flatMap((item) => byNode.get(item) ?? []);
    if (found.length >= fewestNames && found.every((entry) => saysMore(entry) !== 'description')) {
      for (const entry of found) bare.add(entry);
    }
    return undefined;
  });
  return bare;
}

/** The title of an article or a talk says itself what it is about. */
function isTitle({ name }: Entry): boolean {
  return name.trim().split(/\s+/).length >= wordsOfTitle;
}

function keyOf({ slug, title }: Section): string {
  return slug || title;
}

/** From so many entries on a list has made up its mind. */
const fewestOfList = 20;

function* strictFindings({ allSections, entries }: List, tree: Root): Generator<Finding> {
  const says = (entry: Entry) => (isTitle(entry) ? undefined : saysMore(entry));
  const ofList = habit(entries, says);
  const isOptional = ofList.total >= fewestOfList && describedOf(ofList) < ofList.total * firmShare;
  const bare = inListsOfNames(tree, entries);
  for (const section of allSections) {
    const own = habit(entriesOf(section), says);
    const [count, { total }] = [describedOf(own), own];
    // Where most are bare names, the names say enough.
    if (total > 1 && count * 2 < total) continue;
    // Of few entries most must do, as there is no habit to learn.
    const isHabit = total < fewest ? count > total * weakShare : count >= total * firmShare;
    const doubt: Partial<Finding> =
      isHabit && !isOptional
        ? {}
        : { severity: 'info', note: 'It is asked for unless the name says enough by itself' };
    for (const entry of entriesOf(section)) {
      // What stands there instead is a matter of form.
      if (says(entry) !== 'name' || bare.has(entry) || hasOnlyMore(entry)) continue;
      yield { reason: `No description of “${entry.name}”`, at: entry.place, ...doubt };
    }
  }
}

function describedOf({ counts }: Habit<Entry>): number {
  return counts.get('description') ?? 0;
}
