import type { RuleInfo } from '../catalogue.ts';
import type { RuleOption } from '../rule.ts';

/** A rule's page in Markdown, made of what the rule tells of itself; final newline included. */
export function rulePage(rule: RuleInfo): string {
  const { id, source, docs, summary } = rule;
  const parts = [
    `# ${source === 'kempt' ? id : `${source}:${id}`}`,
    `${summary}.`,
    table(['', ''], factsOf(rule)),
  ];
  if (docs) {
    parts.push(`## What it finds\n\n${docs.finds.trim()}`, `## Why it matters\n\n${docs.why.trim()}`);
    if (docs.bad) parts.push(`## Bad\n\n${fenced(docs.bad)}`);
    if (docs.good) parts.push(`## Good\n\n${fenced(docs.good)}`);
    parts.push(...optionsOf(rule), `## When to turn it off\n\n${docs.whenOff.trim()}`);
  } else {
    parts.push(`## Option\n\n${remarkLintOption(rule)}`);
  }
  return `${parts.join('\n\n').replaceAll('\r\n', '\n')}\n`;
}

function factsOf({ category, severity, fix, since }: RuleInfo): string[][] {
  const facts = [
    ['About', category],
    ...Object.entries(severity).map(([preset, level]) => [`In preset \`${preset}\``, level]),
    ['Fix', fix],
  ];
  return since === undefined ? facts : [...facts, ['Since', since]];
}

function optionsOf({ options, presetOptions }: RuleInfo): string[] {
  const rows = Object.entries(options).map(([name, option]: [string, RuleOption]) => {
    const inPresets = Object.entries(presetOptions)
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

/** What there is to say of the option of a rule of remark-lint's, which has its own page. */
export function remarkLintOption({ option, url }: RuleInfo): string {
  if (option === undefined) return `Its page is ${url}`;
  const others = Object.entries(option.presets).map(
    ([preset, given]) => `, in ${preset} ${given === undefined ? 'none' : JSON.stringify(given)}`,
  );
  const meaning = option.default === 'house' ? ' (what the list itself does)' : '';
  return `${JSON.stringify(option.default)} by default${meaning}${others.join('')}. What else it takes: ${url}`;
}

/** A Markdown table; pipes and line breaks in cells are taken care of. */
export function table(heads: string[], rows: string[][]): string {
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
