import { loadCatalogue, type RuleInfo, ruleInfos } from '../catalogue.ts';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { presetNames } from '../presets.ts';
import { columns } from '../report/columns.ts';
import type { PresetName } from '../rule.ts';
import { aliases } from '../suppress/aliases.ts';
import { type Io, wantsColour, widthOf } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { choiceOption, formatOption } from './options.ts';

/** `kempt rules [WORD…]`: all rules, or those whose id, category or summary holds each word. */
export async function rulesCommand(words: string[], options: CliOptions, io: Io): Promise<number> {
  const preset = choiceOption(options, 'preset', presetNames) ?? 'house';
  const found = ruleInfos(await loadCatalogue()).filter((rule) =>
    words.every((word) => speaksOf(rule, word)),
  );
  if (formatOption(options, ['pretty', 'json']) === 'json') {
    const listed = found.map(({ docs: _, ...rule }) => rule);
    io.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
    return 0;
  }
  if (found.length === 0)
    throw new KemptError(`no rule speaks of ${words.join(' ')}`, { hint: '`kempt rules` lists them all' });
  // Where a program reads it, nothing is cut.
  io.stdout.write(table(found, preset, io.stdout.isTTY ? widthOf(io.stdout, io) : Infinity));
  return 0;
}

function speaksOf({ id, category, summary, source }: RuleInfo, word: string): boolean {
  return `${id} ${category} ${summary} ${source}`.toLowerCase().includes(word.toLowerCase());
}

/** With fewer columns than this a summary says nothing beside its rule, and stands beneath it. */
const leastRoom = 50;

function table(rules: readonly RuleInfo[], preset: PresetName, width: number): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const rows = rules.map(({ id, severity, fix, summary }) => {
    const left = `${id.padEnd(idWidth)}  ${severity[preset].padEnd(7)}  ${(fix === 'none' ? '' : fix).padEnd(9)}  `;
    const room = width - left.length;
    return room < leastRoom
      ? `${left.trimEnd()}\n    ${fitted(summary, width - 4)}`
      : `${left}${fitted(summary, room)}`;
  });
  const head = `${'rule'.padEnd(idWidth)}  ${preset.padEnd(7)}  ${'fix'.padEnd(9)}  what holds`;
  return `${[head, ...rows].join('\n')}\n\n\`kempt explain RULE\` tells more.\n`;
}

function fitted(text: string, width: number): string {
  return columns(text) <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}

/** `kempt explain RULE`: its page, laid out on a terminal and as Markdown elsewhere. Old awesome-lint ids lead to the rules that stand in for them. */
export async function explainCommand(args: string[], options: CliOptions, io: Io): Promise<number> {
  const written = args[0];
  if (written === undefined) throw new KemptError('explain needs a rule', { hint: 'kempt explain contents' });
  const id = written.replace(/^(?:remark-lint|kempt):/, '');
  const catalogue = ruleInfos(await loadCatalogue());
  const pages = (aliases[id] ?? [id]).flatMap((one) => catalogue.filter((rule) => rule.id === one));
  if (pages.length === 0) {
    const near = nearest(id, [...catalogue.map((rule) => rule.id), ...Object.keys(aliases)]);
    throw new KemptError(`there is no rule ${written}`, {
      hint: near ? `did you mean ${near}?` : '`kempt rules` lists them all',
    });
  }
  const textOf = await pageWriter(options, io);
  io.stdout.write(pages.map(textOf).join('\n\n'));
  return 0;
}

async function pageWriter(options: CliOptions, { stdout, ...io }: Io): Promise<(rule: RuleInfo) => string> {
  if (!stdout.isTTY) return (await import('../report/rule-page.ts')).rulePage;
  const { ruleText } = await import('../report/rule-text.ts');
  const colour = wantsColour(stdout, io, { noColor: options['no-color'], color: options.color });
  const width = widthOf(stdout, io);
  return (rule) => ruleText(rule, { width, colour });
}
