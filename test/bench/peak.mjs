import { writeSync } from 'node:fs';

// Told to whoever measures this process: the most memory that it had, in kilobytes.
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
