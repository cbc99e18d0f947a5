import type { AnyRule } from '../src/rule.ts';

/** All rules, sorted by id. A file in this folder that is missing here fails a test. */
export const rules: readonly AnyRule[] = [];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of that id, without prefix. */
export function ruleById(id: string): AnyRule | undefined {
  return byId.get(id);
}
