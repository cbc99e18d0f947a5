import type { Dictionary } from '../facts/facts.ts';
import { KemptError } from '../kempt-error.ts';

/** What of the optional packages is used; they have no types of their own. */
interface Speller {
  correct(word: string): boolean;
  suggest(word: string): string[];
}

/**
 * Loads the English dictionary from the packages `nspell` and `dictionary-en`, which are installed by whoever wants it.
 * @throws {KemptError} where they are not installed
 */
export async function loadDictionary(): Promise<Dictionary> {
  const [speller, words] = await Promise.all([load('nspell'), load('dictionary-en')]);
  const spell = (speller as (words: unknown) => Speller)(words);
  return { correct: (word) => spell.correct(word), suggest: (word) => spell.suggest(word) };
}

async function load(name: string): Promise<unknown> {
  try {
    return (await import(name)).default;
  } catch (cause) {
    throw new KemptError(`the dictionary needs the package ${name}, which is not installed`, {
      where: 'option dictionary of rule spelling',
      hint: 'npm install --save-dev nspell dictionary-en',
      cause,
    });
  }
}
