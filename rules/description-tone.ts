import { defineRule } from '../src/rule.ts';
import { isProse } from '../src/style/described.ts';

/** What advertisements say. A space stands for any blank or hyphen. */
const marketing = [
  'the best',
  'the fastest',
  'the easiest',
  'the most powerful',
  'the most advanced',
  'the ultimate',
  'the leading',
  'the number one',
  'world class',
  "world's best",
  "world's fastest",
  'best in class',
  'best of breed',
  'industry leading',
  'market leading',
  'award winning',
  'blazing fast',
  'blazingly fast',
  'lightning fast',
  'insanely fast',
  'ridiculously fast',
  'super fast',
  'battle tested',
  'cutting edge',
  'bleeding edge',
  'state of the art',
  'next generation',
  'next gen',
  'game changer',
  'game changing',
  'must have',
  'revolutionary',
  'revolutionise',
  'revolutionize',
  'groundbreaking',
  'unparalleled',
  'unmatched',
  'unrivalled',
  'unrivaled',
  'unbeatable',
  'amazing',
  'incredible',
  'incredibly',
  'stunning',
  'mind blowing',
  'jaw dropping',
  'effortlessly',
  'seamlessly',
  'supercharge',
  'turbocharge',
  'delightful',
  'killer feature',
  'one stop shop',
];

/** Speaking to the reader. */
const address = ['you', 'your', 'yours', 'yourself', "you'll", "you're", "you've", "you'd"];

export default defineRule({
  id: 'description-tone',
  summary: 'Descriptions say what a thing is, without praising it or speaking to the reader',
  category: 'entry',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'none',
  options: {
    marketing: { default: true, about: 'Whether words of praise are reported' },
    address: { default: true, about: 'Whether words that speak to the reader are reported' },
    allow: {
      default: [] as string[],
      about: 'Words and phrases that are fine, in small letters',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `Words of advertisements (“the best”, “blazing fast”, “revolutionary”) and words that speak to the reader (“you”, “your”) in
descriptions, in English. Code and the entry's own name are left alone.`,
    why: 'Everything in the list is there because it is good; what a reader does not know yet is what it does.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - The best tea for your morning.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Strong tea, often drunk in the morning.
`,
    whenOff: 'The list is written in a personal voice.',
  },

  entry(entry, { options, report, source }) {
    const { description, form } = entry;
    const { start, end } = description?.place ?? {};
    if (form === 'plain' || isProse(entry) || start?.offset === undefined || end?.offset === undefined)
      return;
    const text = readable(source.text.slice(start.offset, end.offset), [entry.name, ...options.allow]);
    for (const { 0: words, index } of text.matchAll(phrases)) {
      const isAddress = address.includes(words.toLowerCase().replace('’', "'"));
      if (!(isAddress ? options.address : options.marketing)) continue;
      report({
        reason: isAddress ? `“${words}” speaks to the reader` : `“${words}” praises rather than describes`,
        at: source.place(start.offset + index, start.offset + index + words.length),
        actual: words,
      });
    }
  },
});

const phrases = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${[...marketing, ...address].map(pattern).join('|')})(?![\\p{L}\\p{N}_]|['’-]\\p{L})`,
  'giu',
);

function pattern(phrase: string): string {
  return phrase.replaceAll(' ', '[ -]').replaceAll("'", "['’]");
}

/** The text with code, addresses and what is allowed blanked out, letter for letter, so that offsets stay. */
function readable(text: string, allowed: readonly string[]): string {
  let left = text.replace(/`[^`]*`|\]\([^)\s]*|https?:\/\/[^\s)>]*|<[^<>]*>/g, blank);
  for (const words of allowed) {
    if (words.trim().length < 2) continue;
    const lower = left.toLowerCase();
    if (lower.length !== left.length) return left;
    for (
      let at = lower.indexOf(words.toLowerCase());
      at >= 0;
      at = lower.indexOf(words.toLowerCase(), at + words.length)
    )
      left = left.slice(0, at) + blank(left.slice(at, at + words.length)) + left.slice(at + words.length);
  }
  return left;
}

function blank(text: string): string {
  return '\u0000'.repeat(text.length);
}
