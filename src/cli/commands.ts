import type { Io } from './io.ts';
import type { CliOptions, OptionGroup, OptionName } from './option-specs.ts';

/** Runs a command; the exit code. */
export type Command = (args: string[], options: CliOptions, io: Io) => Promise<number>;

export interface CommandSpec {
  usage: string;
  about: string;
  /** The options that it knows, by group or one by one; `General` goes without saying. */
  options: readonly (OptionGroup | OptionName)[];
  /** What it writes, where that is no report. */
  formats?: string;
  load: () => Promise<Command>;
}

/** Every command; loaded when asked for. Without one, `kempt` lints and checks links. */
export const commands = {
  lint: {
    usage: 'kempt lint [paths…]',
    about: 'check structure and formatting; never touches the network',
    options: ['Output', 'Fixes', 'Changes', 'Rules', 'offline', 'cache', 'no-cache', 'previous-body'],
    load: async () => (await import('./check.ts')).lintCommand,
  },
  links: {
    usage: 'kempt links [paths…]',
    about: 'check only whether the links are alive',
    options: ['Output', 'Fixes', 'Changes', 'Rules', 'Links', 'previous-body'],
    load: async () => (await import('./check.ts')).linksCommand,
  },
  audit: {
    usage: 'kempt audit [lists…]',
    about: 'check links patiently and tell what has changed since the runs before',
    options: [
      'Output',
      'Fixes',
      'Links',
      'Audits',
      'config',
      'trust-config',
      'baseline',
      'no-ignore',
      'max-size',
    ],
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  fix: {
    usage: 'kempt fix [paths…]',
    about: 'mend what can safely be mended; the same as `kempt lint --fix`',
    options: ['Output', 'Fixes', 'Changes', 'Rules', 'offline', 'cache', 'no-cache', 'previous-body'],
    load: async () => (await import('./check.ts')).fixCommand,
  },
  init: {
    usage: 'kempt init [paths…]',
    about: 'set a repository up: settings, workflows, hook; shown first',
    options: ['Init', 'dry-run', 'color', 'no-color'],
    load: async () => (await import('./init.ts')).initCommand,
  },
  inspect: {
    usage: 'kempt inspect FILE',
    about: 'show what kempt understood of a list',
    options: ['format', 'color', 'no-color'],
    formats: 'tree (default) or json',
    load: async () => (await import('./inspect.ts')).inspectCommand,
  },
  style: {
    usage: 'kempt style [paths…]',
    about: 'show a list’s own conventions; --pin holds it to them',
    options: ['format', 'all', 'color', 'no-color', 'Style', 'config', 'trust-config', 'preset', 'no-ignore'],
    formats: 'pretty (default) or json',
    load: async () => (await import('./style.ts')).styleCommand,
  },
  rules: {
    usage: 'kempt rules [WORD…]',
    about: 'list the rules, or those that speak of a word',
    options: ['format', 'preset'],
    formats: 'pretty (default) or json',
    load: async () => (await import('./rules.ts')).rulesCommand,
  },
  explain: {
    usage: 'kempt explain RULE',
    about: 'what a rule finds, why, and how to set it',
    options: ['color', 'no-color'],
    load: async () => (await import('./rules.ts')).explainCommand,
  },
  config: {
    usage: 'kempt config [FILE]',
    about: 'what applies to a list, and from where',
    options: ['format', 'config', 'trust-config', 'preset', 'no-inline-config', 'no-ignore'],
    formats: 'pretty (default) or json',
    load: async () => (await import('./config.ts')).configCommand,
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name);
}
