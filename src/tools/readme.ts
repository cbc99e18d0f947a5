import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sampleArguments, sampleList, withoutNetwork } from './demo.ts';
import { between, settle } from './generated.ts';
import { root } from './root.ts';
import { serveSite } from './site.ts';

/** What `npm start` prints at 80 columns without colour, the same on every machine. */
async function sampleOutput(): Promise<string> {
  const site = await serveSite();
  const env = { ...withoutNetwork(process.env), NO_COLOR: '1', FORCE_COLOR: '', COLUMNS: '80' };
  try {
    const args = [`${root}dist/cli.cjs`, ...sampleArguments(site)];
    const output = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) => {
        if (error && error.code !== 1)
          reject(new Error(`kempt failed\n${stdout}${stderr}`, { cause: error }));
        else resolve(stdout);
      });
    });
    // Ports and times differ from run to run.
    return output.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:…').replace(/\b\d+(?:\.\d+)? m?s\b/g, '… s');
  } finally {
    await site.close();
  }
}

const readme = readFileSync(`${root}README.md`, 'utf8');
const block = `\`\`\`console\n$ kempt ${sampleList}\n${await sampleOutput()}\`\`\``;
settle(new Map([['README.md', between(readme, 'output', block)]]), 'npm run readme');
