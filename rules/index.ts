import type { AnyRule } from '../src/rule.ts';
import anchor from './anchor.ts';
import contents from './contents.ts';
import mojibake from './mojibake.ts';

/** All rules, sorted by id. A file in this folder that is missing here fails a test. */
export const rules: readonly AnyRule[] = [anchor, contents, mojibake];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of that id, without prefix. */
export function ruleById(id: string): AnyRule | undefined {
  return byId.get(id);
}
