import { VFile } from 'vfile';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { implementations } from './implementations.ts';
import { always, type BundledId, house, uniform } from './plugins.ts';

/**
 * Checks the option that a configuration gives one of remark-lint's rules.
 * @param where the configuration file
 * @throws {KemptError} for an option that the rule does not take, with those that it does
 */
export function checkOption(id: BundledId, option: unknown, where: string): void {
  if (option === house || option === uniform || option === always) return;
  const file = new VFile();
  implementations[id](['on', option])?.({ type: 'root', children: [] }, file, () => {});
  // A plugin tells of an option it does not take in a message about nothing in the text.
  const refusal = file.messages.find(({ place, reason }) => !place && /^Unexpected .*`options/.test(reason));
  if (refusal === undefined) return;
  const expected = /, (expected .*)$/.exec(refusal.reason)?.[1] ?? refusal.reason;
  const values = [...expected.matchAll(/`'([^']+)'`/g)].map(([, value]) => value!);
  const near = typeof option === 'string' ? nearest(option, values) : undefined;
  throw new KemptError(`the option of \`rules.remark-lint:${id}\` is ${JSON.stringify(option)}`, {
    where,
    hint: `${expected}${near === undefined ? '' : `; did you mean "${near}"?`}`,
  });
}
