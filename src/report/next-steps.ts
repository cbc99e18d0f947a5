import { severityOf } from '../message.ts';
import { shellWord } from '../text/shell-word.ts';
import { ruleOf } from './finding.ts';
import type { Report } from './report.ts';

/** One line of advice; a command is to be copied, and stays whole. */
export interface Step {
  text: string;
  isCommand?: boolean;
}

/** Up to this many findings are read one by one, and need no advice. */
const few = 20;
/** From this many on it helps to start where the list stands. */
const many = 50;
const mostRules = 3;

/** What to do next; nothing where the findings are few enough to speak for themselves. */
export function nextSteps(report: Report): Step[] {
  const { errors, warnings, infos } = report.summary;
  const total = errors + warnings + infos;
  const all = talkative(report);
  const rules = all.filter(({ count }) => count > 1).slice(0, mostRules);
  // An audit tells of the web: it is not the rules that are at fault.
  const isMuch = !report.audit && total > few && all.length > 1 && rules.length > 0;
  return [
    ...fixStep(report),
    ...generatedSteps(report),
    ...(isMuch ? mostSteps(rules, report) : []),
    ...(isMuch && total > many ? baselineSteps(report) : []),
  ];
}

function fixStep({ summary: { fixable }, fixed }: Report): Step[] {
  if (fixable === 0 || fixed) return [];
  const carry = fixable === 1 ? '1 finding carries a safe fix' : `${fixable} findings carry a safe fix`;
  return [{ text: `${carry}; \`--fix\` applies ${fixable === 1 ? 'it' : 'them'}.` }];
}

/** Fixes in a list that is generated would be lost when it is generated again. */
function generatedSteps({ files, fixed }: Report): Step[] {
  if (fixed) return [];
  return files.flatMap(({ path, generatedFrom }) => {
    if (generatedFrom === undefined) return [];
    const where = generatedFrom === true ? 'what it is made from' : generatedFrom;
    return [{ text: `${path} is generated: mend ${where}, kempt does not edit the list.` }];
  });
}

/** A rule with how often it spoke, and how many of its findings have a fix. */
interface Talkative {
  rule: string;
  count: number;
  safe: number;
  suggested: number;
  /** What says `error` is right: nobody is told how to silence it. */
  isError: boolean;
}

/** Rules with what they found, the most talkative first. */
function talkative({ files }: Report): Talkative[] {
  const byRule = new Map<string, Talkative>();
  for (const { messages, generatedFrom } of files) {
    for (const message of messages) {
      const rule = ruleOf(message);
      const one = byRule.get(rule) ?? { rule, count: 0, safe: 0, suggested: 0, isError: false };
      byRule.set(rule, one);
      one.count++;
      one.isError ||= severityOf(message) === 'error';
      if (message.fix && generatedFrom === undefined) one[message.fix.kind]++;
    }
  }
  return [...byRule.values()].sort((a, b) => b.count - a.count);
}

/** How to be done with each of the rules that account for most, and how to silence them all. */
function mostSteps(rules: readonly Talkative[], report: Report): Step[] {
  const width = Math.max(...rules.map(({ rule, count }) => `${rule} (${count})`.length));
  return [
    { text: 'Most come from' },
    ...rules.map((one) => ({
      text: `  ${`${one.rule} (${one.count})`.padEnd(width)}  ${commandFor(one, report)}`,
      isCommand: true,
    })),
    ...silenceSteps(rules, report.configuration),
  ];
}

function silenceSteps(rules: readonly Talkative[], configuration = 'kempt.config.json'): Step[] {
  const ids = rules.filter(({ isError }) => !isError).map(({ rule }) => rule);
  if (ids.length === 0) return [];
  const what = ids.length < rules.length ? 'the warnings among them' : ids.length === 1 ? 'it' : 'them';
  const off = ids.map((rule) => `"${rule}": "off"`).join(', ');
  const into = /(?:^|\/)package\.json$/.test(configuration)
    ? `the key “kempt” of ${configuration}`
    : configuration;
  return [
    { text: `To silence ${what}, put this at the top of the list, or that into ${into}:` },
    { text: `  <!--lint disable ${ids.join(' ')}-->`, isCommand: true },
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
  // Known findings are known by file.
  if (report.files.some(({ path }) => path === '<stdin>')) return [];
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
  return files.map(({ path }) => ` ${path === '<stdin>' ? '-' : shellWord(path)}`).join('');
}
