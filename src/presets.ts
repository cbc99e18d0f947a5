import type { PresetName } from './rule.ts';

/** `house`: the list's own conventions. `awesome`: what sindresorhus/awesome demands. `minimal`: what is certainly broken. */
export const presetNames: readonly PresetName[] = ['house', 'awesome', 'minimal'];
