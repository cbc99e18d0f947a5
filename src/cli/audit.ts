import { check } from './check.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/** `kempt audit`: links only, patiently, against what earlier runs saw. */
export const auditCommand = (paths: string[], options: CliOptions, io: Io) =>
  check(paths, options, io, { lint: false, links: true, audit: true });
