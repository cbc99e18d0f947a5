import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.ts';
import { root } from './root.ts';
import { type Site, serveSite } from './site.ts';

const cli = `${root}dist/cli.cjs`;
/** The sample list, from the repository's folder. */
export const sampleList = 'fixtures/sample/awesome-kites.md';

/** The bundled sample list and the web it lives in, as kempt's command line takes them. */
export function sampleArguments({ connectTo }: Site): string[] {
  // As a whole, in a pull request to kempt itself too.
  return [sampleList, '--no-since', ...connectTo.flatMap((mapping) => ['--connect-to', mapping])];
}

/** The environment of the demonstration: no token and no proxy, for it asks this machine only. */
export function withoutNetwork(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const outside = /^(?:GITHUB_TOKEN|GH_TOKEN|(?:https?|all)_proxy)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outside.test(name)));
}

/** `npm start`: kempt on the bundled sample list, in a small web of its own; with arguments, kempt itself. */
async function demo(args: string[]): Promise<number> {
  if (isStale()) await buildAll();
  // npm runs scripts in the package's folder and says where it was called from.
  if (args.length > 0) return kempt(args, { cwd: process.env.INIT_CWD ?? root, env: process.env });
  const site = await serveSite();
  try {
    console.log(`$ kempt ${sampleList}   (${site.connectTo.length} hosts on 127.0.0.1)\n`);
    const code = await kempt(sampleArguments(site), { cwd: root, env: withoutNetwork(process.env) });
    if (code <= 1) console.log('\nNow your own list: npm start -- path/to/readme.md');
    // The sample has faults to show: finding them is success.
    return code === 1 ? 0 : code;
  } finally {
    await site.close();
  }
}

function kempt(args: string[], where: { cwd: string; env: NodeJS.ProcessEnv }): Promise<number> {
  const child = spawn(process.execPath, [cli, ...args], { ...where, stdio: 'inherit' });
  // A Ctrl-C reaches both; kempt prints what it knows, so wait for it.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 2));
  });
}

/** Whether a source is newer than what was built from it. */
function isStale(): boolean {
  if (!existsSync(cli)) return true;
  const built = statSync(cli).mtimeMs;
  const sources = ['src', 'rules'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (file) => `${root}${folder}/${file}`,
    ),
  );
  return sources.some((file) => statSync(file).mtimeMs > built);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await demo(process.argv.slice(2));
