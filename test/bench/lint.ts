import { performance } from 'node:perf_hooks';
import { VFile } from 'vfile';
import { loadCatalogue } from '../../src/catalogue.ts';
import { type Settings, settingsFor } from '../../src/config/settings.ts';
import { parse } from '../../src/document.ts';
import { noFacts } from '../../src/facts/facts.ts';
import { lint as lintDocument } from '../../src/lint.ts';
import type { PresetName } from '../../src/rule.ts';
import { corpusLists } from './corpus.ts';
import { median, printTable } from './measure.ts';
import { wholeLint } from './whole-lint.ts';

const rounds = 5;

/** Where the time goes, and whole processes beside awesome-lint's. */
export async function lint(): Promise<void> {
  await wholeLint();
  console.log('');
  for (const preset of ['house', 'awesome'] as const) {
    console.log(`  preset ${preset}, in one warm process`);
    await phases(preset);
  }
}

/** Parse (tree and model) and rules apart, medians by list. */
async function phases(preset: PresetName): Promise<void> {
  const settings = await settingsFor(
    { config: { extends: preset }, from: [], base: '.' },
    undefined,
    await loadCatalogue(),
  );
  const lists = [...realLists(), generated];
  const rows: (string | number)[][] = [];
  for (const { name, text } of lists)
    rows.push([name, text.length / 1000, ...(await timesOf(text, settings))]);
  printTable(
    ['list', 'kB', 'parse ms', 'kempt rules ms', 'remark-lint ms', 'rules / parse'],
    rows.map((row) => {
      const [parsing, own, bundled] = row.slice(2) as [number, number, number];
      return [...row, ((own + bundled) / parsing).toFixed(2)];
    }),
  );
}

async function timesOf(text: string, settings: Settings): Promise<number[]> {
  const own = { ...settings, bundled: {} };
  const bundled = { ...settings, rules: [] };
  const times: [number, number, number][] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const document = parse(new VFile(text));
    const parsed = performance.now();
    await lintDocument(document, own, noFacts);
    const ruled = performance.now();
    await lintDocument(document, bundled, noFacts);
    // The first round warms the machine up.
    if (round > 0) times.push([parsed - start, ruled - parsed, performance.now() - ruled]);
  }
  return [0, 1, 2].map((phase) => median(times.map((each) => each[phase]!)));
}

/** The largest lists of the corpus, and one of middling size. */
function realLists(): { name: string; text: string }[] {
  const lists = corpusLists();
  return [...lists.slice(0, 4), ...lists.slice(lists.length >> 1, (lists.length >> 1) + 1)];
}

const generated = {
  name: 'generated, 2,000 entries',
  text: `# Awesome Pages\n\n${Array.from({ length: 40 }, (_, section) => sectionOf(section)).join('\n')}`,
};

function sectionOf(section: number): string {
  const entries = Array.from(
    { length: 50 },
    (_, page) => `- [Page ${page}](https://host-${section}.example/${page}) - Something to read, once more.`,
  );
  return `## Section ${section}\n\n${entries.join('\n')}\n`;
}
