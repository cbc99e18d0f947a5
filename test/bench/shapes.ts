import { VFile } from 'vfile';
import { rules } from '../../rules/index.ts';
import { type Document, parse } from '../../src/document.ts';
import { type AnyRule, optionsOf, runRules } from '../../src/rule.ts';
import { printTable } from './measure.ts';

/** Characters of the larger text; the smaller one has a quarter. `SIZE=2000000` for the largest lists there are. */
const size = Number(process.env.SIZE ?? 120_000);
const times = 4;
/** Below this many milliseconds a ratio says nothing. */
const worthAWord = 40;
/** Over linear, with what a busy machine adds. */
const suspicious = 1.5 * times;

/** Texts that are much of one thing, each made of pieces by number. */
const shapes: Record<string, (index: number) => string> = {
  'one list': (i) => `- [Name ${i}](https://h${i}.example/x) - Something to read, no. ${i}.\n`,
  'one entry over and over': () => '- [Name](https://h.example/x) - Same.\n',
  'one list out of order': (i) => `- [Name ${(i * 7919) % 100_003}](https://h${i}.example/x) - Read.\n`,
  'one table': (i) =>
    `${i === 0 ? '| Name | Free |\n| - | - |\n' : ''}| [N ${i}](https://h${i}.example) | Yes |\n`,
  'one paragraph of links': (i) => `word ${i} and [a](https://x${i}.example/) more, `,
  'one paragraph of lines': (i) => `word ${i} and more of these words that go on\n`,
  'one entry': (i) => `${i === 0 ? '- [N](https://x.example) - ' : ''}word ${i} `,
  headings: (i) => `## Section ${i}\n\n- [N${i}](https://h${i}.example/)\n\n`,
  'headings that are alike': () => '## Same\n\nText.\n\n',
  'headings that are entries': (i) => `### [Name ${i}](https://h${i}.example/x)\n\nText here.\n\n`,
  contents: (i) => `${i === 0 ? '## Contents\n\n' : ''}- [Section ${i}](#nowhere-${i})\n`,
  anchors: (i) => `See [x ${i}](#nowhere-${i}).\n\n## Section ${i}\n\n`,
  nesting: (i) => `${'  '.repeat(i % 12)}- [N${i}](https://h${i}.example/) - x.\n`,
  details: (i) => `<details>\n<summary>S${i}</summary>\n\n- [a](https://h${i}.example)\n\n</details>\n\n`,
  'HTML links': (i) => `<a href="https://x${i}.example">n</a><br>\n`,
  citations: (i) => `- [**Title ${i}**](https://h${i}.example/x.pdf), _SOSP'${10 + (i % 10)}_\n`,
  badges: (i) =>
    `- [N${i}](https://h${i}.example) [![b](https://img.shields.io/x${i})](https://y.example) - Foo.\n`,
  'bare addresses': (i) => `https://x${i}.example/y `,
  'links that are none': (i) => `[a] (https://h${i}.example) `,
  'links that are not closed': (i) => `[a(https://h${i}.example) `,
  parentheses: () => '(',
  'closing parentheses': () => ')',
  quotes: () => '"a ',
  'curly quotes': () => '“a ',
  backticks: (i) => `${'`'.repeat((i % 7) + 1)}a `,
  stars: () => '**a ',
  'wrong names': () => 'Javascript Github NodeJS the the ',
  mojibake: () => 'Ã©â€œa ',
  'invisible characters': () => 'a\u200Bb ',
  notes: () => 'TODO: (not sure if ',
  'trailing blanks': () => 'a   \n',
  dots: () => '.',
  'one word': () => 'a',
  emoji: () => '🚀',
};

/** Which rules take more than linear time on which kind of text, by processor time. */
export async function shapesOf(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [name, piece] of Object.entries(shapes)) {
    const [small, large] = [size / times, size].map((length) => parse(new VFile(textOf(piece, length))));
    for (const rule of rules) {
      if (rule.id === 'markdown-consistency') continue;
      timeOf(rule, small!);
      if (timeOf(rule, large!) < worthAWord) continue;
      const [before, after] = [least(rule, small!), least(rule, large!)];
      if (after > Math.max(worthAWord, suspicious * before))
        rows.push([name, rule.id, before, after, (after / before).toFixed(1)]);
    }
  }
  console.log(`  ${Object.keys(shapes).length} texts of ${size / 1000} kB, ${rules.length} rules`);
  if (rows.length === 0)
    console.log(`  none takes more than ${suspicious} times as long for ${times} times the text`);
  else printTable(['text', 'rule', 'quarter ms', 'whole ms', 'times'], rows);
}

function textOf(piece: (index: number) => string, length: number): string {
  const pieces = ['# Awesome Shapes\n\nAll of one kind.\n\n'];
  for (let index = 0, have = 0; have < length; index++) {
    const next = piece(index);
    pieces.push(next);
    have += next.length;
  }
  return `${pieces.join('')}\n`;
}

/** Of several times: whatever else the machine does makes one longer, never shorter. */
function least(rule: AnyRule, document: Document): number {
  return Math.min(...[1, 2, 3].map(() => timeOf(rule, document)));
}

function timeOf(rule: AnyRule, { file, tree }: Document): number {
  const facts = { localTargets: new Map(), now: new Date(0) };
  const active = [{ rule, severity: 'warning' as const, options: optionsOf(rule) }];
  const start = process.cpuUsage();
  runRules(active, tree, file, facts);
  return process.cpuUsage(start).user / 1000;
}
