#!/usr/bin/env node
import path from 'node:path';
import type { main } from './cli/main.ts';
import { start } from './cli/start.ts';
import { openPieces } from './pieces.ts';

// Node 20 optimizes functions after very little use. In a run of seconds that costs more than it gives: a third of the
// time for a list of 400 kB, a fifth for one of 2 MB. Later versions wait of themselves.
if (process.versions.node.startsWith('20.'))
  process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=1000000');

// The built command, CommonJS since Node starts that sooner. Its pieces lie beside it, in `cli/`.
// Commands use different parts of a piece, so each keeps the code that it ran.
const [first = ''] = process.argv.slice(2);
const use = /^(?:--)?[a-z]{2,12}$/.test(first) ? first.replace(/^--/, '') : 'check';
const pieces = openPieces(path.join(import.meta.dirname, 'cli'), {
  use,
  importElse: (specifier) => import(specifier),
});
void start(async () => pieces.load('./main.js') as { main: typeof main }).then(pieces.keepCode);
