import type { Config } from '../config/config.ts';
import { withPins } from '../config/write-pins.ts';
import { schemaUrl } from '../project.ts';
import type { Wanted, Wishes } from './plan.ts';
import type { Survey } from './survey.ts';

/** The configuration file: the list's own style, bound, and what another tool was told. */
export function configuration({ configuration: there }: Survey, { adopted, pinned }: Wishes): Wanted {
  const { extends: base = 'house', rules = {}, ...rest } = adopted?.config ?? {};
  const config: Config = { $schema: schemaUrl, extends: base, ...rest };
  // The demands of sindresorhus/awesome and a list's own style would contradict each other.
  const settings = { ...(base === 'house' ? pinned : {}), ...rules };
  const path = there ?? 'kempt.config.json';
  return {
    path,
    why: base === 'house' ? 'bound to the list’s own style' : `the demands of the preset ${String(base)}`,
    text: withPins('.json', `${JSON.stringify(config, null, 2)}\n`, new Map(Object.entries(settings)), {}),
    // What another tool was told is not in it yet.
    done: () => adopted === undefined,
  };
}
