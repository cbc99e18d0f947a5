import { rules } from '../../rules/index.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import type { AnyRule, RuleOption } from '../rule.ts';
import { settle } from './generated.ts';

const command = 'npm run docs';
const generated = `<!-- Written by \`${command}\` from the rules' own metadata. -->\n`;

/** A page for each rule, made of what the rule tells of itself. */
function pageOf(rule: AnyRule): string {
  const { docs } = rule;
  return sections([
    `# ${rule.id}`,
    generated.trimEnd(),
    `${rule.summary}.`,
    table(['', ''], factsOf(rule)),
    `## What it finds\n\n${docs.finds.trim()}`,
    `## Why it matters\n\n${docs.why.trim()}`,
    `## Bad\n\n${fenced(docs.bad)}`,
    `## Good\n\n${fenced(docs.good)}`,
    ...optionsOf(rule),
    `## When to turn it off\n\n${docs.whenOff.trim()}`,
  ]);
}

function factsOf({ category, severity, fix, since }: AnyRule): string[][] {
  return [
    ['About', category],
    ...Object.entries(severity).map(([preset, level]) => [`In preset \`${preset}\``, level]),
    ['Fix', fix],
    ['Since', since],
  ];
}

function optionsOf({ options, presetOptions = {} }: AnyRule): string[] {
  const rows = Object.entries(options as Record<string, RuleOption>).map(([name, option]) => {
    const inPresets = Object.entries(presetOptions as Record<string, Record<string, unknown>>)
      .filter(([, given]) => name in given)
      .map(([preset, given]) => `, in \`${preset}\` ${code(given[name])}`);
    const values = option.values ? ` One of ${option.values.map(code).join(', ')}.` : '';
    return [
      `\`${name}\``,
      code(option.default) + inPresets.join(''),
      `${withFullStop(option.about)}${values}`,
    ];
  });
  return rows.length === 0 ? [] : [`## Options\n\n${table(['option', 'default', 'what it does'], rows)}`];
}

/** The table of everything that can be configured by an id. */
function overviewOf({ bundled, links }: Catalogue): string {
  const own = rules.map((rule) => [
    `[${rule.id}](rules/${rule.id}.md)`,
    rule.summary,
    ...presets(rule.severity),
    rule.fix,
  ]);
  const others = Object.entries(bundled).map(([id, { summary, severity }]) => [
    `\`remark-lint:${id}\``,
    summary,
    ...presets(severity),
  ]);
  const found = links.map(({ id, summary, severity }) => [`\`${id}\``, summary, ...presets(severity)]);
  const heads = ['rule', 'what holds', 'house', 'awesome', 'minimal'];
  return sections([
    '# Rules',
    generated.trimEnd(),
    'Severities by preset. `house`, the default, goes by the list’s own habits; `awesome` by the demands of sindresorhus/awesome; `minimal` says only what is certainly broken.',
    table([...heads, 'fix'], own),
    '## From remark-lint',
    'Rules of the official remark-lint plugins, run as they are. Each keeps its own id and is configured by it.',
    table(heads, others),
    '## From the link check',
    'Found on the network, and only where links are checked.',
    table(['finding', 'what was seen', 'house', 'awesome', 'minimal'], found),
  ]);
}

function presets({ house, awesome, minimal }: AnyRule['severity']): string[] {
  return [house, awesome, minimal];
}

function sections(parts: string[]): string {
  return `${parts.join('\n\n').replaceAll('\r\n', '\n')}\n`;
}

function table(heads: string[], rows: string[][]): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

/** A text in a fence that is longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.replace(/\n?$/, '\n')}${fence}`;
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const pages = new Map([
  ['docs/rules.md', overviewOf(await loadCatalogue())],
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, pageOf(rule)] as const),
]);
settle(pages, command, 'docs/rules');
