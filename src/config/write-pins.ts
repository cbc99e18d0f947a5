import path from 'node:path';
import type { Config, RuleSetting } from './config.ts';
import { setInJson, setInYaml, type ValuePath } from './set-in-text.ts';
import { parse } from './yaml.ts';

/** Where pins go in a configuration: to all lists, or to one of several. */
export interface PinPlace {
  /** The list's path relative to the configuration, where others are under it too. */
  only?: string | undefined;
}

/**
 * The text of a configuration file with settings added.
 * @param file its path, which says what language it is in
 * @param text what it holds; absent for a new file
 */
export function withPins(
  file: string,
  text: string | undefined,
  pins: ReadonlyMap<string, RuleSetting>,
  { only }: PinPlace,
): string {
  const isJson = file.endsWith('.json') || text?.trimStart().startsWith('{');
  const set = isJson ? setInJson : setInYaml;
  const root: ValuePath = path.basename(file) === 'package.json' ? ['kempt'] : [];
  const whole = (parse(text ?? '') ?? {}) as { kempt?: Config } & Config;
  const { overrides = [] } = (root.length > 0 ? whole.kempt : whole) ?? {};
  const at = overrides.findLastIndex(({ files }) => files.length === 1 && files[0] === only);
  let result = text ?? '{\n}\n';
  if (only !== undefined && (at === -1 || at < overrides.length - 1)) {
    // Only the last that fits has the last word.
    const override = { files: [only], rules: Object.fromEntries(pins) };
    return set(result, [...root, 'overrides', overrides.length], override);
  }
  const where: ValuePath = only === undefined ? ['rules'] : ['overrides', at, 'rules'];
  for (const [key, setting] of pins) result = set(result, [...root, ...where, key], setting);
  return result;
}

/** What is to be added to a configuration that is code, which only a person can edit. */
export function pinsAsCode(pins: ReadonlyMap<string, RuleSetting>, { only }: PinPlace): string {
  const rules = [...pins].map(([key, setting]) => `${JSON.stringify(key)}: ${JSON.stringify(setting)},`);
  const lines = ['rules: {', ...rules.map((line) => `  ${line}`), '},'];
  if (only === undefined) return `${lines.join('\n')}\n`;
  const inner = [`files: [${JSON.stringify(only)}],`, ...lines].map((line) => `    ${line}`);
  return ['overrides: [', '  {', ...inner, '  },', '],', ''].join('\n');
}
