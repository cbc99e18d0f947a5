#!/usr/bin/env node
import path from 'node:path';
import type { main } from './cli/main.ts';
import { start } from './cli/start.ts';
import { openPieces } from './pieces.ts';

// Node 20 optimizes functions after very little use, and compiles a regular expression twice: for an interpreter, and
// at its second use for the machine. In a run of seconds both cost more than they give: the first a third of the time
// for a list of 400 kB and a fifth for one of 2 MB, the second a seventh for one of 12 kB and a tenth for one of 400.
// Later versions wait of themselves, and have less to gain from the other.
if (process.versions.node.startsWith('20.')) {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-regexp-tier-up');
}

// The built command, CommonJS since Node starts that sooner. Its pieces lie beside it, in `cli/`.
// Commands use different parts of a piece, so each keeps the code that it ran.
const [first = ''] = process.argv.slice(2);
const use = /^(?:--)?[a-z]{2,12}$/.test(first) ? first.replace(/^--/, '') : 'check';
const pieces = openPieces(path.join(import.meta.dirname, 'cli'), {
  use,
  importElse: (specifier) => import(specifier),
});
void start(async () => pieces.load('./main.js') as { main: typeof main }).then(pieces.keepCode);
