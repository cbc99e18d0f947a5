import { type CliOptions, type OptionName, optionSpecs } from '../cli/option-specs.ts';
import { parseCommandLine } from '../cli/options.ts';
import { KemptError } from '../kempt-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const actionCommands = ['check', 'lint', 'links', 'audit', 'comment'] as const;
export type ActionCommand = (typeof actionCommands)[number];

interface InputSpec {
  about: string;
  default: string;
}

/** Inputs that the command line does not have, and those whose default is another here. */
export const ownInputs = {
  command: {
    about:
      'check (rules and links), lint (rules), links, audit (links against their history), or comment (see comment-report)',
    default: 'check',
  },
  files: { about: 'lists, one a line: files, directories or patterns; the readme by default', default: '' },
  'working-directory': { about: 'where the list’s repository was checked out', default: '.' },
  format: { about: 'reports to write, one a line: NAME=FILE, such as sarif=kempt.sarif', default: '' },
  annotations: { about: 'annotate the lines', default: 'true' },
  summary: { about: 'write the whole report into the job’s summary', default: 'true' },
  comment: {
    about: 'keep one comment on the pull request up to date (needs pull-requests: write)',
    default: 'false',
  },
  'comment-report': {
    about: 'for the command comment: the JSON report that another run left',
    default: '',
  },
  issue: {
    about:
      'keep one issue up to date: opened where a finding fails the run (or is an error, where fail-on is never), closed when all is well (needs issues: write)',
    default: 'false',
  },
  'issue-title': { about: 'of a new issue', default: 'kempt: what this list needs' },
  'issue-label': { about: 'by which the issue is found again', default: 'kempt' },
  id: { about: 'tells apart the comments or issues of several jobs in one repository', default: 'report' },
  token: {
    about: 'to ask GitHub about repositories, and to comment',
    default: `\${{ github.token }}`,
  },
} as const satisfies Record<string, InputSpec>;

/** Options of the command line that are inputs too, under the same name. */
export const optionInputs = [
  'preset',
  'config',
  'trust-config',
  'fail-on',
  'since',
  'no-since',
  'baseline',
  'no-baseline',
  'no-inline-config',
  'no-ignore',
  'max-size',
  'fix',
  'fix-suggested',
  'fix-rule',
  'offline',
  'exclude',
  'include',
  'accept',
  'timeout',
  'concurrency',
  'per-host',
  'max-redirects',
  'header',
  'remap',
  'base',
  'scheme',
  'allow-private',
  'allow-range',
  'connect-to',
  'text-fragments',
  'archive',
  'cache',
  'no-cache',
  'history',
  'runs',
  'days',
  'not-found-runs',
  'blocked-days',
] as const satisfies readonly OptionName[];

export interface Inputs {
  command: ActionCommand;
  files: string[];
  workingDirectory: string;
  /** What the command line would have been told. */
  options: CliOptions;
  annotations: boolean;
  summary: boolean;
  comment: boolean;
  commentReport: string;
  issue: boolean;
  issueTitle: string;
  issueLabel: string;
  id: string;
  token: string;
}

/**
 * What the workflow says, as a runner hands it on: `INPUT_` and the name in capitals.
 * @throws {KemptError} for a value that cannot be
 */
export function readInputs(env: Environment): Inputs {
  const own = (name: keyof typeof ownInputs) => written(env, name) || ownDefault(name);
  const flag = (name: keyof typeof ownInputs) => truth(name, own(name)) ?? false;
  const command = own('command');
  if (!isActionCommand(command)) {
    throw new KemptError(`there is no command ${command}`, {
      where: 'command',
      hint: `expected one of ${actionCommands.join(', ')}`,
    });
  }
  const { options } = parseCommandLine([
    ...optionInputs.flatMap((name) => argumentsFor(name, written(env, name))),
    ...linesOf(own('format')).map((format) => `--format=${withFile(format)}`),
  ]);
  const id = own('id');
  if (!/^[\w.-]+$/.test(id)) {
    throw new KemptError(`the id is ${id}`, {
      where: 'id',
      hint: 'expected letters, digits, “-”, “_” and “.”',
    });
  }
  return {
    command,
    files: linesOf(own('files')),
    workingDirectory: own('working-directory'),
    options,
    annotations: flag('annotations'),
    summary: flag('summary'),
    comment: flag('comment'),
    commentReport: own('comment-report'),
    issue: flag('issue'),
    issueTitle: own('issue-title'),
    issueLabel: own('issue-label'),
    id,
    token: own('token'),
  };
}

function written(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/** What GitHub evaluates is empty where GitHub did not. */
function ownDefault(name: keyof typeof ownInputs): string {
  const { default: byDefault } = ownInputs[name];
  return byDefault.startsWith('${{') ? '' : byDefault;
}

function isActionCommand(name: string): name is ActionCommand {
  return (actionCommands as readonly string[]).includes(name);
}

function argumentsFor(name: (typeof optionInputs)[number], value: string): string[] {
  if (value === '') return [];
  const spec: { type: string; multiple?: boolean } = optionSpecs[name];
  if (spec.type === 'boolean') return truth(name, value) ? [`--${name}`] : [];
  return (spec.multiple ? linesOf(value) : [value]).map((one) => `--${name}=${one}`);
}

/**
 * A truth as YAML 1.2 writes it.
 * @throws {KemptError} where it is none
 */
function truth(name: string, value: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new KemptError(`it is ${value}`, { where: name, hint: 'expected true or false' });
}

function withFile(format: string): string {
  if (/^[^=]+=./.test(format)) return format;
  throw new KemptError(`the report ${format} has no file to go to`, {
    where: 'format',
    hint: 'write NAME=FILE, such as sarif=kempt.sarif',
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
