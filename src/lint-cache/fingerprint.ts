import { sourceOf } from '../document.ts';
import type { AnyRule } from '../rule.ts';
import type { RunInput } from '../running.ts';
import { printOf } from './store.ts';

/**
 * What the findings of a run over rules depend on, but for the world around the lists; undefined where that cannot be
 * told: rules and plugins of the user's own may depend on anything.
 * @param ownRules kempt's own
 */
export function fingerprintOf(input: RunInput, ownRules: ReadonlySet<AnyRule>): string | undefined {
  const parts = input.inputs.map(({ file, settings, change, fetched }) => {
    const { preset, rules, bundled, linkSeverity, unusedDisable, inlineConfig, plugins } = settings;
    const isOwn = rules.every(({ rule, options }) => ownRules.has(rule) && isPlain(options));
    if (!isOwn || plugins.length > 0 || !isPlain(bundled)) return undefined;
    return {
      path: file.path,
      text: printOf(sourceOf(file)),
      change: change && {
        lines: change.lines === 'all' ? 'all' : [...change.lines],
        before: change.before,
      },
      list: fetched?.list,
      settings: {
        ...{ preset, bundled, unusedDisable, inlineConfig },
        linkSeverity: [...linkSeverity],
        rules: rules.map(({ rule, severity, options }) => [rule.id, severity, options]),
      },
    };
  });
  if (parts.includes(undefined)) return undefined;
  const { lint, links, linkRules, baseline, now } = input;
  // Some rules go by the calendar.
  const day = now?.toISOString().slice(0, 10);
  return printOf(JSON.stringify({ parts, lint, links, linkRules, baseline, day }));
}

/** Whether JSON says all of a value. */
function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  const isObject = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  return isObject && Object.values(value).every(isPlain);
}
