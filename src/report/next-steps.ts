import { ruleOf } from './finding.ts';
import type { Report } from './report.ts';

/** One line of advice; a command is to be copied, and stays whole. */
export interface Step {
  text: string;
  isCommand?: boolean;
}

/** Up to this many findings are read one by one, and need no advice. */
const few = 5;
/** From this many on it helps to start where the list stands. */
const many = 50;
const mostRules = 3;

/** What to do next; nothing where the findings are few enough to speak for themselves. */
export function nextSteps(report: Report): Step[] {
  const { errors, warnings, infos } = report.summary;
  const total = errors + warnings + infos;
  const rules = talkative(report);
  // An audit tells of the web: it is not the rules that are at fault.
  const isMuch = !report.audit && total > few && rules.length > 1 && rules[0]!.count > 1;
  return [
    ...fixStep(report),
    ...(isMuch ? mostSteps(rules.slice(0, mostRules), report) : []),
    ...(isMuch && total > many ? baselineSteps(report) : []),
  ];
}

function fixStep({ summary: { fixable }, fixed }: Report): Step[] {
  if (fixable === 0 || fixed) return [];
  const carry = fixable === 1 ? '1 finding carries a safe fix' : `${fixable} findings carry a safe fix`;
  return [{ text: `${carry}; \`--fix\` applies ${fixable === 1 ? 'it' : 'them'}.` }];
}

/** A rule with how often it spoke, and how many of its findings have a fix. */
interface Talkative {
  rule: string;
  count: number;
  safe: number;
  suggested: number;
}

/** Rules with what they found, the most talkative first. */
function talkative({ files }: Report): Talkative[] {
  const byRule = new Map<string, Talkative>();
  for (const message of files.flatMap(({ messages }) => messages)) {
    const rule = ruleOf(message);
    const one = byRule.get(rule) ?? { rule, count: 0, safe: 0, suggested: 0 };
    byRule.set(rule, one);
    one.count++;
    if (message.fix) one[message.fix.kind]++;
  }
  return [...byRule.values()].sort((a, b) => b.count - a.count);
}

/** How to be done with each of the rules that account for most, and how to silence them all. */
function mostSteps(rules: readonly Talkative[], report: Report): Step[] {
  const width = Math.max(...rules.map(({ rule, count }) => `${rule} (${count})`.length));
  const ids = rules.map(({ rule }) => rule).join(' ');
  const off = rules.map(({ rule }) => `"${rule}": "off"`).join(', ');
  return [
    { text: 'Most come from' },
    ...rules.map((one) => ({
      text: `  ${`${one.rule} (${one.count})`.padEnd(width)}  ${commandFor(one, report)}`,
      isCommand: true,
    })),
    { text: 'To silence them, put this at the top of the list, or that into kempt.config.json:' },
    { text: `  <!--lint disable ${ids}-->`, isCommand: true },
    { text: `  { "rules": { ${off} } }`, isCommand: true },
  ];
}

function commandFor({ rule, safe, suggested }: Talkative, report: Report): string {
  if (safe + suggested === 0) return `kempt explain ${rule}`;
  // What the link check finds, only a run that checks links can fix.
  const command = report.verdicts.length > 0 ? 'kempt --fix' : 'kempt fix';
  const kind = safe > 0 ? '' : ' --fix-suggested';
  return `${command}${kind} --fix-rule ${rule}${pathsOf(report)}`;
}

function baselineSteps(report: Report): Step[] {
  const lint = report.verdicts.length > 0 ? 'kempt' : 'kempt lint';
  return [
    { text: 'To start where the list stands, and hear of new findings only:' },
    { text: `  ${lint} --update-baseline${pathsOf(report)}`, isCommand: true },
  ];
}

/** A command with more paths than this is none to copy; without any it is about the directory. */
const mostPaths = 3;

function pathsOf({ files }: Report): string {
  if (files.length > mostPaths) return '';
  return files.map(({ path }) => ` ${path === '<stdin>' ? '-' : quoted(path)}`).join('');
}

function quoted(path: string): string {
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
