import fc from 'fast-check';

/**
 * Lists as people write them, with their faults: sections, entries with badges, tags and children, tables, prose, HTML,
 * contents, several scripts, stray blanks, any line ending. What is generated is the Markdown.
 */
export function generatedList(): fc.Arbitrary<string> {
  return fc
    .record({
      title: words,
      tagline: fc.option(words),
      contents: fc.boolean(),
      habit,
      sections: fc.array(section(), { minLength: 1, maxLength: 5 }),
      eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
      end: fc.constantFrom('\n', '', '\n\n'),
    })
    .map(({ title, tagline, contents, habit, sections, eol, end }) => {
      const numbered = sections.map((each, index) => ({ ...each, title: `${each.title} ${index + 1}` }));
      const blocks = [
        `# Awesome ${title}`,
        ...(tagline === null ? [] : [`> ${tagline}.`]),
        ...(contents ? [contentsOf(numbered.map((each) => each.title))] : []),
        ...numbered.flatMap((each) => sectionBlocks(each, habit)),
      ];
      return (blocks.join('\n\n') + end).replaceAll('\n', eol);
    });
}

interface Habit {
  bullet: string;
  separator: string;
  stop: string;
}

interface Entry {
  name: string;
  host: string;
  description: string | null;
  emphasis: string;
  before: string;
  after: string;
  /** Now and then an author forgets the habit. */
  slip: Partial<Habit> & { trailing?: string };
  children: { name: string; host: string; description: string | null }[];
}

interface Section {
  title: string;
  prose: string | null;
  form: 'items' | 'table';
  entries: Entry[];
}

const word = fc.oneof(
  fc.constantFrom(
    'fast',
    'Parser',
    'tool',
    'C++',
    'v2.0',
    'GraphQL',
    'über',
    'naïve',
    'the',
    'and',
    'HTTP/2',
    'a*b',
  ),
  fc.constantFrom('軽量', '工具', '解析器', 'ライブラリ', '框架'),
  fc.constantFrom('быстрый', 'инструмент', 'ταχύς', 'أداة', 'ابزار', '도구'),
  fc.constantFrom('`code`', '*really*', '**bold**', '🚀', '&amp;', '“quoted”', '(aside)', '<kbd>K</kbd>'),
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const plain = fc
  .array(fc.constantFrom('alpha', 'Beta', 'gamma', '三', 'дельта', 'Node.js', 'x_y', 'foo-bar'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '));
const host = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.nat({ max: 999 }),
    fc.constantFrom('', '/', '/x_(y)', '/p?q=1&r=2'),
  )
  .map(([letter, number, path]) => `https://${letter}${number}.example${path}`);
const separators = [' - ', ' – ', ' — ', ': ', ' ', ' -- '];
const habit: fc.Arbitrary<Habit> = fc.record({
  bullet: fc.constantFrom('-', '*', '+'),
  separator: fc.constantFrom(...separators),
  stop: fc.constantFrom('.', '', '。'),
});

function section(): fc.Arbitrary<Section> {
  return fc.record({
    title: plain,
    prose: fc.option(words, { freq: 3 }),
    form: fc.constantFrom('items', 'items', 'items', 'table'),
    entries: fc.array(entry(), { minLength: 0, maxLength: 9 }),
  });
}

function entry(): fc.Arbitrary<Entry> {
  const slip = fc.record(
    {
      separator: fc.constantFrom(...separators),
      stop: fc.constantFrom('.', '', '!', '…'),
      bullet: fc.constantFrom('-', '*'),
      trailing: fc.constantFrom(' ', '  ', '\t', '\n', ' <!-- kept -->'),
    },
    { requiredKeys: [] },
  );
  return fc.record({
    name: plain,
    host,
    description: fc.option(words, { freq: 6 }),
    emphasis: fc.constantFrom('', '', '', '**', '`'),
    before: fc.constantFrom('', '', '', ' ![](https://img.shields.io/badge/a-b-green)', ' `MIT`', ' 🔥'),
    after: fc.constantFrom('', '', '', ' `Go`', ' ([Demo](https://demo.example))', ' :yen:'),
    slip: fc.oneof({ weight: 4, arbitrary: fc.constant<Entry['slip']>({}) }, { weight: 1, arbitrary: slip }),
    children: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Entry['children']>([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.record({ name: plain, host, description: fc.option(words) }), {
          maxLength: 3,
        }),
      },
    ),
  });
}

function contentsOf(titles: string[]): string {
  const items = titles.map(
    (title) => `- [${title}](#${title.toLowerCase().replaceAll(' ', '-').replace(/[.]/g, '')})`,
  );
  return `## Contents\n\n${items.join('\n')}`;
}

function sectionBlocks({ title, prose, form, entries }: Section, habit: Habit): string[] {
  const body = form === 'table' ? tableOf(entries) : entries.map((each) => itemOf(each, habit)).join('\n');
  return [`## ${title}`, ...(prose === null ? [] : [prose]), ...(body === '' ? [] : [body])];
}

function itemOf(entry: Entry, habit: Habit): string {
  const { bullet, separator, stop, trailing = '' } = { ...habit, ...entry.slip };
  const { name, host: url, description, emphasis, before, after, children } = entry;
  const sentence = description === null ? '' : `${separator}${description}${stop}`;
  const line = `${bullet} [${emphasis}${name}${emphasis}](${url})${before}${sentence}${after}${trailing}`;
  const nested = children.map((child) => {
    return `  ${bullet} [${child.name}](${child.host})${child.description === null ? '' : habit.separator + child.description}`;
  });
  return [line, ...nested].join('\n');
}

function tableOf(entries: Entry[]): string {
  if (entries.length === 0) return '';
  const rows = entries.map(
    ({ name, host: url, description }) => `| [${name}](${url}) | ${description ?? ''} | No |`,
  );
  return ['| Name | About | Auth |', '| --- | :-- | --- |', ...rows].join('\n');
}
