import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { parse } from '../src/document.ts';
import { applyEdits } from '../src/fix/apply.ts';
import { bundledRules } from '../src/markdown-consistency/plugins.ts';
import { runMarkdownConsistency } from '../src/markdown-consistency/run.ts';
import { optionsOf, type PresetName, runRules } from '../src/rule.ts';
import { generatedList } from './support/generated-list.ts';

const timeout = 120_000;
const numRuns = Number(process.env.RUNS ?? 24);
const presets: readonly PresetName[] = ['house', 'awesome', 'minimal'];
const facts = { localTargets: new Map(), now: new Date('2026-01-01') };

/** Runs every rule, whether it is on or not, as each preset has it, and applies what fixes there are. */
function runAll(text: string): void {
  for (const preset of presets) {
    const file = new VFile({ value: text, path: 'README.md' });
    const { tree } = parse(file);
    const active = rules.map((rule) => ({
      rule,
      severity: 'warning' as const,
      options: optionsOf(rule, {}, preset),
    }));
    runRules(active, tree, file, facts);
    const bundled = Object.entries(bundledRules).map(
      ([id, { options }]) => [id, { severity: 'warning' as const, options }] as const,
    );
    runMarkdownConsistency(tree, file, Object.fromEntries(bundled));
    for (const { fix, place, message } of file.messages) {
      for (const edit of fix?.edits ?? []) {
        expect(edit.start, message).toBeGreaterThanOrEqual(0);
        expect(edit.end, message).toBeGreaterThanOrEqual(edit.start);
        expect(edit.end, message).toBeLessThanOrEqual(text.length);
      }
      if (place && 'start' in place) expect(place.end.offset, message).toBeLessThanOrEqual(text.length);
    }
    const fixes = file.messages.flatMap(({ fix }) => fix ?? []);
    const fixed = applyEdits(text, fixes).text;
    parse(new VFile(fixed));
  }
}

/** What Markdown, HTML and the rules take for more than letters. */
const pieces = [
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '| ',
    '|---|\n',
    '```',
    '~~~',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '[a](',
    '![',
    '<',
    '>',
    '<a href="',
    '</a>',
    '<!--',
    '-->',
    '<details>',
    '</details>',
  ],
  ...[
    '<img src=',
    '<summary>',
    '**',
    '__',
    '*',
    '_',
    '~~',
    '`',
    '``',
    '\\',
    '&amp;',
    '&#0;',
    '[x]: ',
    '[^1]',
    '[x]',
  ],
  ...[
    'https://',
    'www.',
    'a.dev',
    'htp://x.y',
    '#',
    '?utm_source=a',
    '%',
    '%E2%80%8B',
    'user:pw@',
    'localhost',
  ],
  ...[
    ' - ',
    ' – ',
    ': ',
    '.',
    '。',
    '!!',
    ',,',
    '"',
    '“',
    '”',
    '‘',
    '’',
    '«',
    '(',
    '（',
    '」',
    'TODO:',
    '(not sure if)',
  ],
  ...[
    'the the',
    'Github',
    'NodeJS',
    "_SOSP'17_",
    ', 2017',
    '軽量',
    'العربية',
    'Ünï',
    '🚀',
    '\u200D',
    '\u200B',
    '\u202E',
  ],
  ...[
    '\u00A0',
    '\uFEFF',
    '\uFFFD',
    'Ã©',
    'â€”',
    '\uD83D',
    '\uDE80',
    '\u0000',
    '\u2028',
    ':yen:',
    'Contents',
    'a',
    ' ',
  ],
  ...[
    '<!--lint disable ',
    '<!-- toc -->',
    '---\n',
    '===\n',
    '+++\n',
    '[![b](https://img.shields.io/x)](https://a.dev)',
  ],
];

const markdown = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

interface Mutation {
  at: number;
  remove: number;
  insert: number[];
}

/** Bytes that go, come, and change, anywhere: the result may well be no UTF-8. Places are shares of the whole. */
const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 40 }),
    insert: fc.oneof(
      fc.array(fc.nat({ max: 255 }), { maxLength: 6 }),
      fc.constantFrom(...pieces).map((piece) => [...Buffer.from(piece)]),
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

function mutated(text: string, changes: readonly Mutation[]): string {
  let bytes = Buffer.from(text);
  for (const { at, remove, insert } of changes) {
    const start = Math.floor(at * bytes.length);
    bytes = Buffer.concat([bytes.subarray(0, start), Buffer.from(insert), bytes.subarray(start + remove)]);
  }
  return bytes.toString('utf8');
}

function listsIn(folder: URL, largest: number): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => new URL(name, folder))
    .filter((file) => statSync(file).size <= largest)
    .map((file) => readFileSync(file, 'utf8'));
}

const fixtures = listsIn(new URL('../fixtures/', import.meta.url), 10_000);
const corpus = listsIn(new URL('../../shared/corpus/', import.meta.url), 20_000);

describe('no rule throws, in any preset, nor does what it would mend', { timeout }, () => {
  it('on Markdown that nobody would write', () => {
    fc.assert(fc.property(markdown, runAll), { numRuns: numRuns * 3 });
  });

  it('on lists as people write them', () => {
    fc.assert(fc.property(generatedList(), runAll), { numRuns: numRuns / 2, endOnFailure: true });
  });

  it('on the same few things over and over', () => {
    const repeated = fc
      .tuple(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }), fc.nat({ max: 200 }))
      .map(([parts, times]) => `# A\n\n${parts.join('').repeat(times)}\n`);
    fc.assert(fc.property(repeated, runAll), { numRuns });
  });

  it('on more siblings than a call can take as arguments', { timeout: 3 * timeout }, () => {
    const file = new VFile(`# A\n\n${'---\n\n'.repeat(130_000)}`);
    const { tree } = parse(file);
    const active = rules.map((rule) => ({ rule, severity: 'warning' as const, options: optionsOf(rule) }));
    expect(() => runRules(active, tree, file, facts)).not.toThrow();
  });

  it('on fixtures with bytes changed', () => {
    const property = fc.property(fc.constantFrom(...fixtures), mutations, (text, changes) =>
      runAll(mutated(text, changes)),
    );
    fc.assert(property, { numRuns: numRuns * 2 });
  });

  it.skipIf(corpus.length === 0)('on real lists with bytes changed', () => {
    const property = fc.property(fc.constantFrom(...corpus), mutations, (text, changes) =>
      runAll(mutated(text, changes)),
    );
    fc.assert(property, { numRuns: Math.ceil(numRuns / 4), endOnFailure: true });
  });
});
