import { invisible, kindOf, nameOf } from '../src/invisible/characters.ts';
import { isMeant, isRightToLeft, isTypographic, type Surroundings } from '../src/invisible/meant.ts';
import { placesApart } from '../src/invisible/places.ts';
import type { List } from '../src/list/types.ts';
import type { Edit } from '../src/message.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { insideOf, rangesOf } from '../src/text/inside.ts';
import type { Range } from '../src/text/range.ts';

type Context = RuleContext<object>;

/** More than this many of one character are one finding. */
const mostApart = 10;

export default defineRule({
  id: 'invisible-character',
  summary: 'No characters that nobody sees and that change what is read, found or shown',
  category: 'text',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'safe',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Characters that override, embed or isolate the direction of text (an error: they can make it read otherwise than it is); zero-width characters, soft hyphens, byte order marks and control characters within the text; and non-breaking spaces that keep nothing together. Joiners of emoji and of Persian and Indic letters, directional marks in Hebrew and Arabic, and the non-breaking spaces of typography (before a French colon, between a number and its unit) are fine. Code is left alone, and addresses are `link-syntax`’s matter. Of one character more than ten are one finding.',
    why: 'They come along when text is copied from a web page or a word processor. Search and anchors miss the word they stand in, and nobody can tell why.',
    bad: '# Tea\n\n- [Sen\u200Bcha](https://sencha.example) - Steamed\u00A0leaves.\n',
    good: '# Thé\n\n- [Sencha](https://sencha.example) - À 70\u00A0°C\u00A0: 👩\u200D🌾.\n- [چای](https://chai.example) - می\u200Cنوشم.\n',
    whenOff: 'In a list that is typeset from its source with soft hyphens and spaces of its own.',
  },
  list: (list, context) => {
    const found = find(list, context);
    const byName = new Map<string, Found[]>();
    for (const one of found) {
      const some = byName.get(one.name);
      if (some) some.push(one);
      else byName.set(one.name, [one]);
    }
    for (const some of byName.values()) {
      if (some.length > mostApart) reportTogether(some, context);
      else for (const one of some) reportOne(one, context);
    }
  },
});

interface Found extends Range {
  /** The character, or the run of them. */
  text: string;
  kind: ReturnType<typeof kindOf>;
  name: string;
  edit: Edit | undefined;
}

function find(list: List, { source: { text }, tree }: Context): Found[] {
  const matches = [...text.matchAll(invisible)];
  if (matches.length === 0 || !tree.position) return [];
  const isApart = insideOf(placesApart(tree, list));
  // Non-breaking spaces around a separator are `entry-separator`’s matter.
  const isSeparator = insideOf(rangesOf(list.entries.map(({ separator }) => separator?.place)));
  let known: boolean | undefined;
  const mostlyRightToLeft = () => {
    known ??= isRightToLeft(text);
    return known;
  };
  const found: Found[] = [];
  for (const { 0: run, index } of matches) {
    const kind = kindOf(run);
    const around = surroundings(text, index, index + run.length, mostlyRightToLeft);
    const meant = kind === 'blank' ? isSeparator(index) || isTypographic(around) : isMeant(run, around);
    if (isApart(index) || meant) continue;
    const range = { start: index, end: index + run.length };
    found.push({ ...range, text: run, kind, name: nameOf(run), edit: editOf(kind, range, around) });
  }
  return found;
}

/** As far as is looked at: a line may be as long as the file. */
const reach = 500;

function surroundings(
  text: string,
  start: number,
  end: number,
  mostlyRightToLeft: () => boolean,
): Surroundings {
  const upTo = text
    .slice(Math.max(0, start - reach), start)
    .split(/[\r\n]/)
    .at(-1)!;
  const rest = text.slice(end, end + reach).split(/[\r\n]/, 1)[0]!;
  return {
    before: [...upTo.slice(-2)].at(-1) ?? '',
    after: [...rest.slice(0, 2)][0] ?? '',
    line: upTo + text.slice(start, end) + rest,
    upTo,
    rest,
    isRightToLeft: mostlyRightToLeft,
  };
}

function editOf(kind: Found['kind'], { start, end }: Range, { upTo, rest }: Surroundings): Edit | undefined {
  if (kind === 'direction') return undefined;
  if (kind === 'nothing') return { start, end, text: '' };
  // A blank at the start of a line can make a list, a heading or code of it: that takes a person.
  if (marker.test(upTo)) return undefined;
  if (rest.trim() !== '') return { start, end, text: ' '.repeat(end - start) };
  // At the end of a line, where two blanks would make a hard break.
  return { start: start - (upTo.length - upTo.trimEnd().length), end, text: '' };
}

/** What a line begins with, up to the first word. */
const marker = /^[\s>]*(?:[-*+]|\d+[.)]|#+)?\s*$/;

function reportOne({ start, end, text, kind, name, edit }: Found, { source, report }: Context): void {
  const fix = edit && { kind: 'safe' as const, touches: ['text' as const], edits: [edit] };
  report({
    reason: reasonOf(kind, name, text),
    at: source.place(start, end),
    note: noteOf(kind),
    actual: text,
    expected: edit && [edit.text],
    severity: kind === 'direction' ? undefined : 'warning',
    fix,
  });
}

function reportTogether(some: readonly Found[], { source, report }: Context): void {
  const places = some.map(({ start, end }) => source.place(start, end));
  // At the end of a line an edit takes what stands before it too.
  const edits = some
    .flatMap(({ edit }) => edit ?? [])
    .filter(({ end }, index, all) => (all[index + 1]?.start ?? end) >= end);
  const { kind, name } = some[0]!;
  const lines = new Set(places.map(({ start }) => start.line)).size;
  report({
    reason: `${reasonOf(kind, name, ' ')}: ${some.length} in ${lines === 1 ? 'one line' : `${lines} lines`}`,
    at: places[0],
    places,
    note: noteOf(kind),
    severity: kind === 'direction' ? undefined : 'warning',
    fix: edits.length > 0 ? { kind: 'safe', touches: ['text'], edits } : undefined,
  });
}

function reasonOf(kind: Found['kind'], name: string, run: string): string {
  if (kind === 'direction') return `A character that changes the direction of text: ${name}`;
  if (kind === 'blank')
    return `${run.length > 1 ? `${run.length} times ` : ''}${name} where a blank is meant`;
  return `An invisible character: ${name}`;
}

function noteOf(kind: Found['kind']): string | undefined {
  return kind === 'direction'
    ? 'It can make text read otherwise than it is. Look at what it covers before you delete it.'
    : undefined;
}
