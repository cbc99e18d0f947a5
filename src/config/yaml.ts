// In a module of its own, so that it is loaded when a configuration is YAML and not before.
export { parse, parseDocument } from 'yaml';
