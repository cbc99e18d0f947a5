import * as z from 'zod/mini';
import type { RuleInfo } from '../catalogue.ts';
import { optionsSchema } from '../config/rule-options.ts';
import { configSchema, ruleSeverity } from '../config/schema.ts';
import { homepage } from '../project.ts';

type Setting = Pick<RuleInfo, 'id' | 'source' | 'summary' | 'options'>;

/** The JSON schema of a configuration: what validates it, with the rules there are and what they tell of themselves. */
export function configJsonSchema(rules: readonly RuleInfo[]): string {
  const settings = z
    .strictObject(Object.fromEntries(rules.flatMap(settingsOf)))
    .check(z.meta({ id: 'rules' }));
  const { overrides, plugins: _, ...others } = configSchema.shape;
  const override = z.strictObject({
    ...overrides._zod.def.innerType._zod.def.element.shape,
    rules: z.optional(settings),
  });
  const schema = z.strictObject({
    ...others,
    rules: z.optional(settings).check(z.describe('By rule id: a severity, or a severity and options')),
    overrides: z.optional(z.array(override)).check(z.describe('Settings for some files; later ones win')),
  });
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input' });
  const head = {
    $schema,
    $id: `${homepage}/blob/main/schema/config.schema.json`,
    title: 'Configuration of kempt',
  };
  return `${JSON.stringify({ ...head, ...json }, null, 2)}\n`;
}

function settingsOf({ id, source, summary, options }: Setting): [string, z.ZodMiniType][] {
  // What the plugins of remark-lint take, only they know.
  const given = source === 'kempt' ? optionsSchema(options) : z.unknown();
  const setting = z
    .optional(z.union([ruleSeverity, z.tuple([ruleSeverity, given])]))
    .check(z.describe(summary));
  return source === 'kempt'
    ? [[id, setting]]
    : [
        [id, setting],
        [`${source}:${id}`, setting],
      ];
}
