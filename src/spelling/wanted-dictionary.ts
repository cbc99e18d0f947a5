import type { Settings } from '../config/settings.ts';
import type { Dictionary } from '../facts/facts.ts';

/**
 * The dictionary, where the settings of any list ask for it: it takes a second to load.
 * @throws {KemptError} where it is asked for and not installed
 */
export async function wantedDictionary(settings: readonly Settings[]): Promise<Dictionary | undefined> {
  const isWanted = settings.some(({ rules }) =>
    rules.some(({ rule, options }) => rule.id === 'spelling' && options.dictionary === true),
  );
  if (!isWanted) return undefined;
  const { loadDictionary } = await import('./load-dictionary.ts');
  return await loadDictionary();
}
