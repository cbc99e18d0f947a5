import { KemptError } from '../kempt-error.ts';
import { type CommandName, type CommandSpec, commands } from './commands.ts';
import { type CliOptions, type OptionName, type OptionSpec, optionSpecs } from './option-specs.ts';

/** What `kempt` without a command knows: it lints and asks links. */
const withoutCommand: CommandSpec['options'] = [
  'Output',
  'Fixes',
  'Changes',
  'Rules',
  'Links',
  'previous-body',
];

/**
 * Refuses options that a command has no use for: whoever gives one expects something of it.
 * @throws {KemptError} for the first of them
 */
export function refuseUnknownOptions(command: CommandName | undefined, options: CliOptions): void {
  for (const name of Object.keys(options) as OptionName[]) {
    if (isKnown(name, command)) continue;
    throw new KemptError(`--${name} is no option of ${called(command)}`, {
      hint: `it is one of ${takersOf(name).map(called).join(', ')}`,
    });
  }
}

function isKnown(name: OptionName, command: CommandName | undefined): boolean {
  const { group, hidden, only }: OptionSpec = optionSpecs[name];
  if (only !== undefined && only !== command) return false;
  const known: CommandSpec['options'] = command ? commands[command].options : withoutCommand;
  return hidden || group === 'General' || known.includes(group) || known.includes(name);
}

function takersOf(name: OptionName): (CommandName | undefined)[] {
  const all = [undefined, ...Object.keys(commands)] as (CommandName | undefined)[];
  return all.filter((command) => isKnown(name, command));
}

function called(command: CommandName | undefined): string {
  return command ? `kempt ${command}` : 'kempt';
}
