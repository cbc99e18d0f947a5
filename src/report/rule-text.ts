import picocolors from 'picocolors';
import type { RuleInfo } from '../catalogue.ts';
import type { RuleOption } from '../rule.ts';
import { wrap } from './columns.ts';
import { remarkLintOption } from './rule-page.ts';

interface Terminal {
  /** In columns. */
  width: number;
  colour: boolean;
}

/** Lines of more columns are hard to read. */
const widest = 100;

/** A rule's page for reading on a terminal; final newline included. */
export function ruleText(rule: RuleInfo, { width, colour }: Terminal): string {
  const { source, docs } = rule;
  const id = source === 'kempt' ? rule.id : `${source}:${rule.id}`;
  const paint = picocolors.createColors(colour);
  const room = Math.min(width, widest) - 2;
  const head = [paint.bold(id), ...indented(`${rule.summary}.`, room), ...indented(factsOf(rule), room)];
  const parts = [
    ['What it finds', docs && prose(docs.finds, room)],
    ['Why it matters', docs && prose(docs.why, room)],
    ['Bad', docs?.bad && example(docs.bad)],
    ['Good', docs?.good && example(docs.good)],
    ['Options', Object.entries(rule.options).flatMap((option) => optionLines(option, rule, room))],
    ['Option', source === 'remark-lint' && indented(remarkLintOption(rule), room)],
    [docs ? 'When to turn it off, and how' : 'How to turn it off', offLines(id, rule, room)],
  ] as const;
  const told = parts.flatMap(([title, lines]) =>
    lines && lines.length > 0 ? [`${paint.bold(title)}\n${lines.join('\n')}`] : [],
  );
  return `${[head.join('\n'), ...told].join('\n\n')}\n`;
}

function factsOf({ severity, fix, since }: RuleInfo): string {
  const levels = Object.entries(severity).map(([preset, level]) => `${level} in ${preset}`);
  const facts = [levels.join(', '), fix === 'none' ? 'no fix' : `fix: ${fix}`];
  return `(${[...facts, ...(since === undefined ? [] : [`since ${since}`])].join('; ')})`;
}

function optionLines(
  [name, option]: [string, RuleOption],
  { presetOptions }: RuleInfo,
  room: number,
): string[] {
  const others = Object.entries(presetOptions).flatMap(([preset, given]) =>
    name in given ? [`, in ${preset} ${JSON.stringify(given[name])}`] : [],
  );
  const values = option.values
    ? `; one of ${option.values.map((one) => JSON.stringify(one)).join(', ')}`
    : '';
  return [
    ...indented(`${name}: ${JSON.stringify(option.default)} by default${others.join('')}`, room),
    ...indented(`${option.about}${values}`, room - 2).map((line) => `  ${line}`),
  ];
}

function offLines(id: string, { docs }: RuleInfo, room: number): string[] {
  return [
    ...(docs ? prose(docs.whenOff, room) : []),
    ...indented(`In the list: <!--lint disable ${id}-->`, room),
    ...indented(`In the configuration: { "rules": { "${id}": "off" } }`, room),
  ];
}

function prose(text: string, room: number): string[] {
  const paragraphs = text.trim().split(/\s*\n\s*\n\s*/);
  return paragraphs.flatMap((one, at) => [
    ...(at > 0 ? [''] : []),
    ...indented(one.replace(/\s*\n\s*/g, ' '), room),
  ]);
}

function example(text: string): string[] {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

function indented(text: string, room: number): string[] {
  return wrap(text, room).map((line) => `  ${line}`);
}
