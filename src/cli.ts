#!/usr/bin/env node
import { start } from './cli/start.ts';

// Run from the sources; what is published starts in bin.ts.
await start(() => import('./cli/main.ts'));
