import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';

/**
 * The rules whose fixes are asked for, without prefix.
 * @param known ids of all rules there are, without prefix
 * @param where what asks for them
 * @throws {KemptError} for a rule that does not exist
 */
export function wantedRules(
  ids: readonly string[],
  known: ReadonlySet<string>,
  where: string,
): ReadonlySet<string> {
  const rules = new Set(ids.map((id) => id.replace(/^(?:kempt|remark-lint):/, '')));
  for (const id of rules) {
    if (known.has(id)) continue;
    const near = nearest(id, known);
    throw new KemptError(`there is no rule \`${id}\``, {
      where,
      hint: near ? `did you mean \`${near}\`?` : '`kempt rules` lists them all',
    });
  }
  return rules;
}
