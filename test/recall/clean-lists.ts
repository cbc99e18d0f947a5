import fc from 'fast-check';
import Slugger from 'github-slugger';
import { type Language, languages } from './languages.ts';

export type Form = 'items' | 'nested' | 'table' | 'headings' | 'citations';

/** How one list is written throughout. */
interface Style {
  language: Language;
  form: Form;
  separator: string;
  stop: boolean;
  lower: boolean;
  bullet: string;
  emphasis: string;
  sorted: boolean;
  hasContents: boolean;
}

interface Entry {
  name: string;
  url: string;
  description: string;
}

export const forms: readonly Form[] = ['items', 'nested', 'table', 'headings', 'citations'];

/** Lists without a fault, in several styles and scripts, with entries of one form: what is generated is the Markdown. */
export function cleanList(form: Form): fc.Arbitrary<string> {
  return style
    .map((chosen) => ({ ...chosen, form }))
    .chain((chosen) =>
      fc
        .array(section(chosen.language), { minLength: 4, maxLength: chosen.language.sections.length })
        .map((sections) => listOf(chosen, sections)),
    );
}

const style: fc.Arbitrary<Omit<Style, 'form'>> = fc.record({
  language: fc.constantFrom(...languages, languages[0]!, languages[0]!),
  separator: fc.constantFrom(' - ', ' - ', ' – ', ' — ', ': '),
  stop: fc.boolean(),
  lower: fc.nat({ max: 3 }).map((one) => one === 0),
  bullet: fc.constantFrom('-', '-', '*', '+'),
  emphasis: fc.constantFrom('', '', '', '**'),
  sorted: fc.boolean(),
  hasContents: fc.boolean(),
});

/** Indices of the parts of each entry; names are numbered apart, so that none comes twice. */
const section = (language: Language) =>
  fc.array(
    fc.record({
      parts: fc.tuple(
        ...[language.begin, language.middle, language.end].map((some) => fc.nat(some.length - 1)),
      ),
      order: fc.nat(),
      address: fc.nat(3),
    }),
    { minLength: 6, maxLength: 12 },
  );

type Parts = { parts: number[]; order: number; address: number };

function listOf(style: Style, sections: Parts[][]): string {
  const { language, hasContents } = style;
  const names = namesOf(language);
  const slugger = new Slugger();
  slugger.slug(`Awesome ${language.title}`);
  if (hasContents) slugger.slug(language.contents);
  const filled = sections.map((parts, index) => {
    const title = language.sections[index]!;
    const entries = parts.map((each) => entryOf(each, names.next().value!, style));
    const compare = new Intl.Collator('en').compare;
    if (style.sorted) entries.sort((one, other) => compare(one.name, other.name));
    return { title, slug: slugger.slug(title), entries };
  });
  const contents = filled.map(({ title, slug }) => `${style.bullet} [${title}](#${slug})`).join('\n');
  const blocks = [
    `# Awesome ${language.title}`,
    `> ${language.tagline}`,
    ...(hasContents ? [`## ${language.contents}`, contents] : []),
    ...filled.flatMap(({ title, entries }) => [`## ${title}`, bodyOf(entries, style)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** All names of a language, mixed, so that not all that begin alike stand together; no end of them. */
function* namesOf({ first, second }: Language): Generator<{ name: string; number: number }, undefined> {
  for (let number = 0; ; number++) {
    const round = Math.floor(number / (first.length * second.length));
    const name = [
      first[number % first.length],
      second[(number * 5 + Math.floor(number / first.length)) % second.length],
    ];
    yield { name: `${name.join(' ')}${round > 0 ? ` ${round + 1}` : ''}`, number };
  }
}

function entryOf(
  { parts, address }: Parts,
  { name, number }: { name: string; number: number },
  style: Style,
): Entry {
  const { begin, middle, end, stop, hasCase } = style.language;
  const unspaced = stop === '。';
  const text = [begin[parts[0]!], middle[parts[1]!], end[parts[2]!]].join(unspaced ? '' : ' ');
  const cased = style.lower && hasCase ? text[0]!.toLowerCase() + text.slice(1) : text;
  const addresses = [
    `https://site-${number}.example`,
    `https://site-${number}.example/pages/plan`,
    `https://github.com/maker-${number}/kite-${number}`,
    `https://site-${number}.example/read/${number}`,
  ];
  return { name, url: addresses[address]!, description: cased + (style.stop ? stop : '') };
}

function bodyOf(entries: Entry[], style: Style): string {
  switch (style.form) {
    case 'table':
      return tableOf(entries);
    case 'headings':
      return entries
        .map(({ name, url, description }) => `### [${name}](${url})\n\n${description}`)
        .join('\n\n');
    case 'citations':
      return entries
        .map(({ name, url }, index) => `${style.bullet} [**${name}**](${url}), _KITE '${10 + index}_`)
        .join('\n');
    default:
      return entries.map((entry, index) => itemOf(entry, index, style)).join('\n');
  }
}

function itemOf({ name, url, description }: Entry, index: number, style: Style): string {
  const { bullet, separator, emphasis, form } = style;
  const isChild = form === 'nested' && index % 4 > 1;
  return `${isChild ? '  ' : ''}${bullet} ${emphasis}[${name}](${url})${emphasis}${separator}${description}`;
}

function tableOf(entries: Entry[]): string {
  const rows = entries.map(
    ({ name, url, description }, index) =>
      `| [${name}](${url}) | ${description} | ${index % 3 === 0 ? 'Yes' : 'No'} |`,
  );
  return ['| Name | Description | Free |', '| --- | --- | --- |', ...rows].join('\n');
}
