#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import type { main } from './cli/main.ts';
import { start } from './cli/start.ts';
import { openPieces } from './pieces.ts';

// The built command: its pieces lie beside it, in `cli/`.
const folder = fileURLToPath(new URL('./cli/', import.meta.url));
const pieces = openPieces(folder, (specifier) => import(specifier));
await start(async () => pieces.load('./main.js') as { main: typeof main });
pieces.keepCode();
