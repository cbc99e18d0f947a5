import type { Settings } from '../config/settings.ts';
import type { Dictionary } from '../facts/facts.ts';

/** The dictionary, where the settings of any list ask for it: it takes a second to load. */
export async function dictionaryFor(
  inputs: readonly { settings: Settings }[],
): Promise<Dictionary | undefined> {
  const isWanted = inputs.some(({ settings }) =>
    settings.rules.some(({ rule, options }) => rule.id === 'spelling' && options.dictionary === true),
  );
  if (!isWanted) return undefined;
  const { loadDictionary } = await import('../spelling/load-dictionary.ts');
  return loadDictionary();
}
