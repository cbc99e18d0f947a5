import type { Dictionary } from '../src/facts/facts.ts';
import type { Entry, List } from '../src/list/types.ts';
import type { Fix } from '../src/message.ts';
import { editDistance } from '../src/nearest.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { areEnglish, doubledInNames, findDoubledWords } from '../src/spelling/doubled-words.ts';
import { type NameFinder, nameFinder, type WrongName } from '../src/spelling/find-names.ts';
import { findUnknownWords } from '../src/spelling/find-unknown.ts';
import { names as productNames } from '../src/spelling/names.ts';
import { isIdentifier, namesHost, namesItself } from '../src/spelling/own-names.ts';
import { type Stretch, stretchesOf } from '../src/spelling/texts.ts';

const options = {
  names: {
    default: [] as string[],
    about: 'Further names in their proper form, such as `PostgREST`: any other case of one is reported',
  },
  ignore: {
    default: [] as string[],
    about: 'Spellings to leave alone, exactly as written',
  },
  dictionary: {
    default: false,
    about: 'Also look words up in an English dictionary, from the packages `nspell` and `dictionary-en`',
  },
};
type Context = RuleContext<typeof options>;

export default defineRule({
  id: 'spelling',
  summary: 'Names of products are written as their makers write them, and no word stands twice',
  category: 'text',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options,
  since: '0.1.0',
  docs: {
    finds: `Names of languages, products and sites that are cased or spelt otherwise than their makers do (\`Javascript\`, \`NodeJS\`,
\`Github\`, \`MacOS\`), by a table that names the source of each form, and a word that stands twice in a row (\`the the\`). With the option
\`dictionary\` also words that neither an English dictionary nor the list itself knows: names of entries, words with a capital, and words
that the list uses three times are its own vocabulary. Code, addresses, file names, handles, and the names of repositories and packages as
their addresses spell them are left alone, and so are names such as Tiny Tiny RSS.`,
    why: 'A name that is written in five ways cannot be searched for, and a list that misspells what it recommends looks careless.',
    bad: '# Tea\n\n- [Kettle](https://kettle.example) - Boils the the water with Javascript, see Github.\n',
    good: '# Tea\n\n- [javascript-kettle](https://kettle.example) - Boils the water with JavaScript, see github.com and `MacOS`.\n',
    whenOff: 'Hardly ever as a whole: a spelling that is meant goes into `ignore`.',
  },
  list: (list, context) => {
    const stretches = stretchesOf(context.tree, context.source);
    const own = context.options.names.map((name) => ({ name, source: '' }));
    const find = nameFinder([...productNames, ...own]);
    const entryAt = entriesOf(list);
    const names = once(() => doubledInNames(list.entries.map(({ name }) => name)));
    const inEnglish = once(() => areEnglish(stretches));
    for (const stretch of stretches) {
      reportNames(stretch, find, entryAt, context);
      reportDoubled(stretch, names, inEnglish, context);
    }
    if (context.options.dictionary) reportUnknown(stretches, list, context);
  },
});

/** What most lists need not be asked. */
function once<Value>(ask: () => Value): () => Value {
  let answer: { value: Value } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}

/** The last entry that begins before an offset, for offsets that only grow. */
function entriesOf({ entries }: List): (offset: number) => Entry | undefined {
  let next = 0;
  return (offset) => {
    while ((entries[next]?.place.start.offset ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return entries[next - 1];
  };
}

function replace(start: number, end: number, text: string): Fix {
  return { kind: 'suggested', touches: ['text'], edits: [{ start, end, text }] };
}

function reportNames(
  stretch: Stretch,
  find: NameFinder,
  entryAt: (offset: number) => Entry | undefined,
  { options, source, report }: Context,
): void {
  for (const wrong of find(stretch.text)) {
    const { actual, expected } = wrong;
    const start = stretch.start + wrong.start;
    const end = stretch.start + wrong.end;
    if (options.ignore.includes(actual) || isMeant(wrong, stretch, entryAt(start))) continue;
    // Other letters make another anchor, and links to it would break; a name over two lines takes a person.
    const keepsAnchor = !stretch.inHeading || actual.toLowerCase() === expected.toLowerCase();
    const fixable = keepsAnchor && !/[\r\n]/.test(source.text.slice(start, end));
    report({
      reason: `“${actual}” should be “${expected}”`,
      at: source.place(start, end),
      note: wrong.source === '' ? undefined : `As its maker writes it: ${wrong.source}`,
      actual,
      expected: [expected],
      fix: fixable ? replace(start, end, expected) : undefined,
    });
  }
}

/** Letters of scripts without capitals, in which no text is written in capitals. */
const uncased = /\p{Other_Letter}/u;

/** Where extensions are under the names that their authors gave them, such as `VSCode Icons`. */
const store =
  /^https?:\/\/(?:marketplace\.visualstudio\.com\/items|open-vsx\.org\/extension|plugins\.jetbrains\.com\/plugin|chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)\b/i;

function isMeant({ actual }: WrongName, { text, url, linkText }: Stretch, entry: Entry | undefined): boolean {
  // A heading in capitals.
  if (actual === actual.toUpperCase() && text === text.toUpperCase() && !uncased.test(text)) return true;
  if (url !== undefined && linkText !== undefined) {
    // The heading is what is to be mended; `contents` looks after its items.
    if (url.startsWith('#') || store.test(url)) return true;
    if (namesItself(linkText, url, actual)) return true;
    if (isIdentifier(linkText) && (url === entry?.url || !namesHost(linkText, url))) return true;
  }
  // The entry is called so, and its description says its name.
  if (entry?.url === undefined || !entry.name.includes(actual)) return false;
  return entry.form === 'citation' || namesItself(entry.name, entry.url, actual);
}

function reportDoubled(
  stretch: Stretch,
  names: () => ReadonlySet<string>,
  inEnglish: () => boolean,
  { options, source, report }: Context,
): void {
  const isName = (pair: string) => names().has(pair.toLowerCase()) || options.ignore.includes(pair);
  for (const { start, end, surplus } of findDoubledWords(stretch.text, isName, inEnglish)) {
    // Over the end of a line a quotation's mark may stand between them.
    const actual = stretch.text.slice(start, end).replace(/[\s>]+/g, ' ');
    report({
      reason: `“${actual}” says a word twice`,
      at: source.place(stretch.start + start, stretch.start + end),
      actual,
      expected: [actual.split(' ')[0]!],
      fix: replace(stretch.start + surplus.start, stretch.start + surplus.end, ''),
    });
  }
}

/** Suggestions take time: a list with more unknown words than this is not in the dictionary's language. */
const mostSuggestions = 100;

function reportUnknown(
  stretches: readonly Stretch[],
  list: List,
  { facts, options, source, report }: Context,
): void {
  const { dictionary } = facts;
  if (!dictionary) return;
  const unknown = findUnknownWords(stretches, list, dictionary);
  for (const [index, { start, end, word }] of unknown.entries()) {
    if (options.ignore.includes(word)) continue;
    const expected = index < mostSuggestions ? suggestions(word, dictionary) : [];
    const meant = expected.length > 0 ? `: ${expected.map((one) => `“${one}”`).join(', ')}?` : '';
    report({
      reason: `“${word}” is not in the dictionary${meant}`,
      at: source.place(start, end),
      actual: word,
      expected,
      fix: expected.length === 1 ? replace(start, end, expected[0]!) : undefined,
    });
  }
}

/** Those that are a slip or two away: what is further is another word. */
function suggestions(word: string, dictionary: Dictionary): string[] {
  const most = Math.max(1, Math.min(2, Math.floor(word.length / 4)));
  return dictionary
    .suggest(word)
    .filter((one) => editDistance(word, one) <= most)
    .slice(0, 3);
}
