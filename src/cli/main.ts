import { existsSync } from 'node:fs';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { version } from '../project.ts';
import { commands, isCommand } from './commands.ts';
import { faultOf, faultText } from './fault.ts';
import type { Io } from './io.ts';
import { refuseUnknownOptions } from './known-options.ts';
import { parseCommandLine } from './options.ts';

/** Runs kempt. A user's fault is printed without a stack and gives 2; a bug is thrown. */
export async function main(argv: readonly string[], given: Io): Promise<number> {
  try {
    const { options, positionals } = parseCommandLine(argv);
    const io = options.now === undefined ? given : { ...given, now: statedTime(options.now) };
    const [first, ...rest] = positionals;
    if (options.help || first === 'help') {
      const named = first === 'help' ? rest[0] : first;
      if (first === 'help' && named !== undefined && !isCommand(named)) throw noSuchCommand(named);
      const { helpText } = await import('./help.ts');
      return await print(io, helpText(isCommand(named) ? named : undefined));
    }
    if (options.version) return await print(io, `${version}\n`);
    if (!isCommand(first)) refuseMistypedCommand(positionals, io);
    refuseUnknownOptions(isCommand(first) ? first : undefined, options);
    if (isCommand(first)) return await (await commands[first].load())(rest, options, io);
    const { checkCommand } = await import('./check.ts');
    return await checkCommand(positionals, options, io);
  } catch (error) {
    if (!(error instanceof KemptError)) throw error;
    given.stderr.write(faultText(faultOf(error)));
    return 2;
  }
}

/** `kempt lnt`: one word that is no file, and nearly a command. */
function refuseMistypedCommand([word, ...others]: readonly string[], { cwd }: Io): void {
  if (word === undefined || others.length > 0 || !/^[a-z]+$/.test(word)) return;
  const near = nearest(word, Object.keys(commands));
  if (near === undefined || existsSync(path.resolve(cwd, word))) return;
  throw new KemptError(`there is no command ${word}, nor such a file`, {
    hint: `did you mean kempt ${near}?`,
  });
}

function noSuchCommand(word: string): KemptError {
  const near = nearest(word, Object.keys(commands));
  return new KemptError(`there is no command ${word}`, {
    hint: near ? `did you mean kempt help ${near}?` : '`kempt --help` names them all',
  });
}

function statedTime(written: string): Date {
  const now = new Date(written);
  if (!Number.isNaN(now.getTime())) return now;
  throw new KemptError(`--now is ${written}`, { hint: 'expected a time such as 2026-01-31T12:00:00Z' });
}

async function print(io: Io, text: string): Promise<number> {
  io.stdout.write(text);
  return 0;
}
