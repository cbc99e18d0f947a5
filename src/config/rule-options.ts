import * as z from 'zod/mini';
import type { RuleOption } from '../rule.ts';
import { validate } from './validate.ts';

/** The options of a rule as a schema: what the rule tells of them, their defaults saying their types. */
export function optionsSchema(options: Readonly<Record<string, RuleOption>>) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(options).map(([name, option]) => {
        return [
          name,
          z
            .optional(valueSchema(option))
            .check(z.meta({ description: option.about, default: option.default })),
        ];
      }),
    ),
  );
}

function valueSchema({ default: example, values }: RuleOption): z.ZodMiniType {
  if (values) return z.literal(values as readonly string[]);
  if (Array.isArray(example)) return z.array(z.string());
  if (typeof example === 'boolean') return z.boolean();
  if (typeof example === 'number') return z.number();
  return typeof example === 'string' ? z.string() : z.unknown();
}

/**
 * Checks what a configuration gives a rule for options.
 * @throws {KemptError} naming the option, its value, what was expected and the nearest option there is
 */
export function validateOptions(
  { id, options }: { id: string; options: Readonly<Record<string, RuleOption>> },
  given: unknown,
  where: string,
): void {
  validate(optionsSchema(options), given, {
    where,
    what: `the option of \`rules.${id}\``,
    path: ['rules', id],
  });
}
