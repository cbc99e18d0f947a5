import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homepage, version } from '../src/project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function run(command: string, args: string[], { cwd = root, env = {} } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    // Node warns where both of these are set.
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
    execFile(command, args, { cwd, env: { ...inherited, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const node = (args: string[], options = {}) => run(process.execPath, args, options);

let folder: string;
let list: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kempt-package-'));
  list = join(folder, 'readme.md');
  writeFileSync(list, '# Awesome Kites\n\n## Building\n\n- [Plans](https://plans.example/) - To print.\n');
  if (!existsSync(cli)) throw new Error('there is no dist: run `npm run build` first');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the built command', () => {
  it('says its version, which is the package’s', async () => {
    expect(version).toBe(manifest.version);
    expect(await node([cli, '--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lints a list', async () => {
    const { code, stdout, stderr } = await node([cli, 'lint', '--format', 'json', list]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).summary.files).toBe(1);
  });

  it('reads a configuration in every language, its own modules and yaml included', async () => {
    const files = {
      'kempt.config.ts': "export default { failOn: 'never' as const };",
      'kempt.config.mjs': "export default { failOn: 'never' };",
      '.kemptrc': 'failOn: never # at all\nignore: [old/**]',
      'kempt.config.json': '{ "failOn": "never" }',
    };
    for (const [name, text] of Object.entries(files)) {
      const cwd = mkdtempSync(join(folder, 'config-'));
      writeFileSync(join(cwd, 'readme.md'), '# A\n\n- [b]( https://b.example)\n');
      writeFileSync(join(cwd, name), text);
      const { code, stderr } = await node([cli, 'lint'], { cwd });
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
    }
  });

  it('keeps compiled code between runs, and does without where it is told to', async () => {
    const first = await node([cli, 'lint', list], { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
    await node([cli, 'lint', list]);
    expect(existsSync(join(root, 'dist/cli/.code'))).toBe(true);
    expect(await node([cli, 'lint', list])).toEqual(first);
  });

  it('checks links', async () => {
    const { code, stdout } = await node([cli, 'links', '--offline', '--format', 'json', list]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).links[0]).toMatchObject({ url: 'https://plans.example/', verdict: 'skipped' });
  });

  it('loads nothing of the link check or the configuration’s parsers to lint', async () => {
    expect(await packagesLoadedBy(['--version'])).toEqual([]);
    const packages = await packagesLoadedBy(['lint', list]);
    expect(packages).toContain('remark-parse');
    for (const lazy of ['undici', 'htmlparser2', 'zod', 'yaml', 'jiti', 'ignore'])
      expect(packages).not.toContain(lazy);
  });
});

it('fails an assertion of a package without parsing the bundle for a message', () => {
  const pieces = Object.keys(metaOf('cli')).map((path) => readFileSync(join(root, path), 'utf8'));
  expect(pieces.filter((code) => /["'](node:)?assert["']/.test(code))).toEqual([]);
  expect(pieces.filter((code) => code.includes('an assertion failed'))).toHaveLength(1);
});

/** What the build says of its files. */
function metaOf(name: 'cli' | 'library') {
  return JSON.parse(readFileSync(join(root, `dist/${name}.meta.json`), 'utf8'));
}

/** Names of the packages whose bundled code a run of the command loads. */
async function packagesLoadedBy(args: string[]): Promise<string[]> {
  const coverage = mkdtempSync(join(folder, 'coverage-'));
  await node([cli, ...args], { env: { NODE_V8_COVERAGE: coverage } });
  const outputs = metaOf('cli');
  const chunks = new Map(
    Object.entries<{ inputs: object }>(outputs).map(([path, { inputs }]) => [basename(path), inputs]),
  );
  const names = new Set<string>();
  for (const file of readdirSync(coverage)) {
    for (const { url } of JSON.parse(readFileSync(join(coverage, file), 'utf8')).result as {
      url: string;
    }[]) {
      for (const input of Object.keys(chunks.get(basename(url)) ?? {})) {
        const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1];
        if (name) names.add(name);
      }
    }
  }
  return [...names].sort();
}

/** The package of an import such as `zod/mini`. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0];
}

describe('the library', () => {
  const inNode = (code: string) => node(['--input-type=module', '--eval', code]);

  it('is imported by its name', async () => {
    const { stdout, stderr } = await inNode(`
      import { lint } from 'kempt';
      const file = await lint('# Awesome Kites\\n\\n- [Plans](#nowhere)\\n');
      console.log(file.messages.map(({ ruleId }) => ruleId).join());
    `);
    expect(stderr).toBe('');
    expect(stdout).toContain('anchor');
  });

  it('gives each rule by its id', async () => {
    const { stdout, stderr } = await inNode(`
      import { rules } from 'kempt';
      for (const { id } of rules) {
        const { default: rule } = await import('kempt/rules/' + id);
        if (rule.id !== id) console.log(id);
      }
    `);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });

  it('has types for a strict user', async () => {
    const project = join(folder, 'user');
    mkdirSync(join(project, 'node_modules'), { recursive: true });
    symlinkSync(root, join(project, 'node_modules/kempt'));
    symlinkSync(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'));
    symlinkSync(join(root, 'node_modules/vfile'), join(project, 'node_modules/vfile'));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(project, 'user.ts'),
      `import { check, defineConfig, defineRule, lint, type Severity, severityOf, toPlugin } from 'kempt';
       import anchor from 'kempt/rules/anchor';
       const file = await lint('# Title', defineConfig({ rules: { anchor: 'off' } }));
       export const severities: Severity[] = file.messages.map(severityOf);
       export const fixes = file.messages.map(({ fix }) => fix?.kind);
       export const plugin = toPlugin(anchor);
       for await (const { verdict } of check([], { offline: true })) console.log(verdict satisfies string);
       // @ts-expect-error a rule must have an id
       defineRule({ summary: 'No id' });
      `,
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const { code, stdout } = await run(join(root, 'node_modules/.bin/tsc'), [...options, 'user.ts'], {
      cwd: project,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });
});

describe('the package', () => {
  it('holds what is used and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
    const parsed = JSON.parse(stdout);
    const [packed] = Object.values(parsed) as { files: { path: string }[]; size: number }[];
    const paths = packed!.files.map(({ path }) => path);
    for (const wanted of [
      'dist/cli.cjs',
      'dist/index.js',
      'dist/types/src/index.d.ts',
      'schema/config.schema.json',
      'schema/report.schema.json',
    ]) {
      expect(paths).toContain(wanted);
    }
    const outside = paths.filter((path) => !/^(?:dist|schema)\//.test(path));
    expect(outside.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
    expect(paths.filter((path) => path.endsWith('.meta.json'))).toEqual([]);
    expect(packed!.size).toBeLessThan(2_000_000);
  });

  it('satisfies publint', async () => {
    const { messages } = await publint({ pkgDir: root, level: 'warning', strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  it('declares every package that the library imports', () => {
    const outputs: Record<string, { imports: { path: string; external?: boolean }[] }> = metaOf('library');
    const imported = Object.values(outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external),
    );
    const names = imported.map(({ path }) => path).filter((path) => !path.startsWith('node:'));
    const packages = new Set(names.map(packageOf));
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
    expect([...packages].filter((name) => !(name in declared))).toEqual([]);
  });

  it('declares every package that its types speak of', () => {
    const folder = join(root, 'dist/types');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.d.ts'),
    );
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    const names = [...text.matchAll(/(?:from |import\()["']([^."'][^"']*)["']/g)].map(([, name]) => name!);
    const declared = manifest.dependencies;
    const packages = new Set(names.filter((name) => !name.startsWith('node:')).map(packageOf));
    expect([...packages].filter((name) => !(name in declared || `@types/${name}` in declared))).toEqual([]);
  });

  it('names the same home everywhere', () => {
    expect(manifest.homepage).toBe(`${homepage}#readme`);
    expect(manifest.repository.url).toBe(`git+${homepage}.git`);
  });
});
