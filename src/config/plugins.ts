import type { AnyRule } from '../rule.ts';

/** Whether what a configuration adds is a rule of kempt's kind, from `defineRule`. */
export function isRule(plugin: unknown): plugin is AnyRule {
  return typeof plugin === 'object' && plugin !== null && 'id' in plugin && 'severity' in plugin;
}

/** Whether it is something that kempt can run: such a rule, a remark plugin, or a plugin with its options. */
export function isPlugin(plugin: unknown): boolean {
  const [one] = Array.isArray(plugin) ? (plugin as unknown[]) : [plugin];
  return isRule(plugin) || typeof one === 'function';
}
