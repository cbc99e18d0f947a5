import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateConfig } from '../src/config/schema.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const list = `# Awesome Teas

- [Assam](https://assam.example) - Malty.
- [Ceylon](https://ceylon.example) - Bright.
- [Darjeeling](https://darjeeling.example) - Floral.
- [Keemun](https://keemun.example) - Smoky.
- [Sencha](https://sencha.example) - Steamed.
- [Yerba](https://yerba.example) - Not a tea
`;

const text = async (root: string, name: string) =>
  await readFile(path.join(root, name), 'utf8').catch(() => undefined);
const config = async (root: string) =>
  JSON.parse((await text(root, 'kempt.config.json'))!) as Record<string, unknown>;

describe('kempt init', () => {
  it('shows what it would write, and writes nothing where nobody agrees', async () => {
    const cwd = await folder({ 'README.md': list });
    const { code, stdout } = await kempt(['init'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('README.md: 6 entries');
    expect(stdout).toContain('+++ b/kempt.config.json');
    expect(stdout).toContain('Nothing was written; `kempt init --yes` writes it.');
    expect(await text(cwd, 'kempt.config.json')).toBeUndefined();
  });

  it('writes files that kempt and the programs they are for can read', async () => {
    const cwd = await folder({ 'README.md': list });
    await kempt(['init', '--yes'], { cwd });
    expect(() => validateConfig({}, '')).not.toThrow();
    validateConfig(await config(cwd), 'kempt.config.json');
    expect(parse((await text(cwd, '.pre-commit-config.yaml'))!)).toMatchObject({
      repos: [{ hooks: [{ id: 'kempt' }] }],
    });
    for (const name of ['kempt.yml', 'kempt-audit.yml']) {
      const workflow = parse((await text(cwd, `.github/workflows/${name}`))!) as {
        jobs: object;
        permissions: object;
      };
      expect(Object.keys(workflow.jobs)).toHaveLength(1);
      expect(workflow.permissions).toMatchObject({ contents: expect.any(String) });
    }
  });

  it('records today’s findings, so that the next run is quiet', async () => {
    const cwd = await folder({ 'README.md': list });
    const before = await kempt(['lint', '--fail-on', 'info'], { cwd });
    expect(before.code).toBe(1);
    await kempt(['init', '--yes'], { cwd });
    const after = await kempt(['lint', '--fail-on', 'info'], { cwd });
    expect(after).toMatchObject({ code: 0 });
  });

  it('binds the list to its own style, and switches nothing on that was off', async () => {
    const cwd = await folder({ 'README.md': list });
    await kempt(['init', '--yes'], { cwd });
    const { rules } = (await config(cwd)) as { rules: Record<string, unknown> };
    expect(rules).toMatchObject({ 'entry-separator': ['on', { separator: ' - ' }] });
    expect(Object.keys(rules)).not.toContain('link-trailing-slash');
  });

  it('takes no baseline of a list without findings', async () => {
    const cwd = await folder({ 'README.md': list.replace('tea\n', 'tea.\n') });
    await kempt(['init', '--yes'], { cwd });
    expect(await text(cwd, 'kempt-baseline.json')).toBeUndefined();
  });

  it('shows new files as a diff that can be applied', async () => {
    const cwd = await folder({ 'README.md': list });
    const { stdout } = await kempt(['init'], { cwd });
    expect(stdout).toMatch(/^@@ -0,0 \+1,\d+ @@$/m);
  });

  it('finds nothing missing when run again', async () => {
    const cwd = await folder({ 'README.md': list });
    await kempt(['init', '--yes'], { cwd });
    const { stdout } = await kempt(['init', '--yes'], { cwd });
    expect(stdout).toContain('Nothing is missing.');
  });

  it('leaves what is there as it is, and says what to put in', async () => {
    const hooks = 'default_stages: [commit]\nrepos:\n- repo: local\n  hooks: []\nci:\n  skip: []\n';
    const cwd = await folder({ 'README.md': list, '.pre-commit-config.yaml': hooks });
    const { stdout } = await kempt(['init', '--yes'], { cwd });
    expect(await text(cwd, '.pre-commit-config.yaml')).toBe(hooks);
    expect(stdout).toContain('.pre-commit-config.yaml is there already');
    expect(stdout).toContain('- id: kempt');
  });

  it('adds to a list of hooks that ends its file, indented as they are', async () => {
    const hooks = '# ours\nrepos:\n- repo: local\n  hooks: [] # none\n';
    const cwd = await folder({ 'README.md': list, '.pre-commit-config.yaml': hooks });
    await kempt(['init', '--yes'], { cwd });
    const written = (await text(cwd, '.pre-commit-config.yaml'))!;
    expect(written.startsWith(hooks)).toBe(true);
    expect((parse(written) as { repos: unknown[] }).repos).toHaveLength(2);
  });

  it('adds to husky’s hook', async () => {
    const cwd = await folder({ 'README.md': list, '.husky/pre-commit': 'npm test\n' });
    await kempt(['init', '--yes'], { cwd });
    expect(await text(cwd, '.husky/pre-commit')).toBe('npm test\nnpx kempt lint --staged\n');
    expect(await text(cwd, '.pre-commit-config.yaml')).toBeUndefined();
  });

  it('writes for GitLab where the list lives there', async () => {
    const cwd = await folder({ 'README.md': list, '.gitlab-ci.yml': 'test:\n  script: [make]\n' });
    const { stdout } = await kempt(['init', '--yes'], { cwd });
    expect(stdout).toContain('.gitlab-ci.yml is there already');
    expect(await text(cwd, '.github/workflows/kempt.yml')).toBeUndefined();
  });

  it('keeps to 80 columns in what it says itself', async () => {
    const cwd = await folder({ 'README.md': list, '.gitlab-ci.yml': 'test:\n  script: [make]\n' });
    const { stdout } = await kempt(['init'], { cwd });
    const own = stdout.split('\n').filter((line) => !/^[-+@]|^ {4}/.test(line));
    expect(own.filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('kempt init --from', () => {
  it('takes over lychee.toml and .lycheeignore', async () => {
    const cwd = await folder({
      'README.md': list,
      'lychee.toml': [
        'exclude = ["^https://teas\\\\.example", "(?i)cup"]',
        'accept = ["200..=204", "403", "500..600"]',
        'timeout = 20',
        'max_concurrency = 12',
        'host_concurrency = 2',
        'insecure = true',
        'remap = ["https://a.example https://b.example"]',
        'pot = 1',
        '[header]',
        'x-tea = "green"',
        '[hosts."slow.example"]',
        'concurrency = 1',
        'request_interval = "500ms"',
      ].join('\n'),
      '.lycheeignore': '# not ours\n\n^https://coffee\\.example\n',
    });
    const { stdout } = await kempt(['init', '--yes', '--from', 'lychee'], { cwd });
    expect(await config(cwd)).toMatchObject({
      links: {
        exclude: ['^https://teas\\.example', '^https://coffee\\.example'],
        accept: ['403', '500-599'],
        timeout: 20_000,
        concurrency: 12,
        perHost: 2,
        hosts: [{ host: 'slow.example', width: 1, interval: 500 }],
      },
      rules: { 'link-tls': 'off' },
    });
    expect(stdout).toContain("--remap 'https://a.example https://b.example'");
    expect(stdout).toContain('`x-tea` names no host');
    expect(stdout).toContain('`(?i)cup` is no regular expression of JavaScript');
    expect(stdout).toContain('`pot` of lychee is not known here');
  });

  it('takes over markdown-link-check’s configuration', async () => {
    const cwd = await folder({
      'README.md': list,
      '.markdown-link-check.json': JSON.stringify({
        ignorePatterns: [{ pattern: '^http://localhost' }],
        replacementPatterns: [
          { pattern: '^/', replacement: '{{BASEURL}}/' },
          { pattern: '^https://old', replacement: 'https://new' },
        ],
        httpHeaders: [{ urls: ['https://tea.example/x'], headers: { Accept: 'text/html' } }],
        timeout: '20s',
        retryOn429: true,
        aliveStatusCodes: [200, 403],
      }),
    });
    const { stdout } = await kempt(['init', '--yes', '--from', 'markdown-link-check'], { cwd });
    expect(await config(cwd)).toMatchObject({
      links: { exclude: ['^http://localhost'], timeout: 20_000, accept: ['403'] },
    });
    expect(stdout).toContain("--remap '^https://old https://new'");
    expect(stdout).toContain('--header tea.example=Accept:VALUE');
  });

  it('takes over linkinator.config.json', async () => {
    const cwd = await folder({
      'README.md': list,
      'linkinator.config.json': JSON.stringify({
        skip: 'www.tea.example',
        concurrency: 50,
        timeout: 0,
        redirects: 'error',
        requireHttps: 'warn',
        checkFragments: false,
        statusCodes: { 403: 'ok', '5xx': 'skip', 404: 'warn' },
        urlRewriteReplace: 'http://b.example',
        urlRewriteSearch: 'http://a.example',
      }),
    });
    const { stdout } = await kempt(['init', '--yes', '--from', 'linkinator'], { cwd });
    expect(await config(cwd)).toMatchObject({
      links: { exclude: ['www.tea.example'], concurrency: 50, accept: ['403', '500-599'] },
      rules: {
        'link-moved': 'error',
        'link-redirected': 'error',
        'link-insecure': 'warning',
        'link-fragment': 'off',
      },
    });
    expect(stdout).toContain("--remap 'http://a.example http://b.example'");
    expect(stdout).toContain('`404: warn`');
  });

  it('takes awesome-lint for the wish for its demands', async () => {
    const cwd = await folder({ 'README.md': list });
    await kempt(['init', '--yes', '--from', 'awesome-lint'], { cwd });
    expect(await config(cwd)).toMatchObject({ extends: 'awesome' });
  });

  it('sees that awesome-lint is in use', async () => {
    const cwd = await folder({
      'README.md': list,
      'package.json': '{ "scripts": { "test": "awesome-lint" } }',
    });
    const { stdout } = await kempt(['init'], { cwd });
    expect(stdout).toContain('package.json: `kempt init --from awesome-lint` takes it over');
  });

  it('tells of tools that it could take over from', async () => {
    const cwd = await folder({ 'README.md': list, 'lychee.toml': 'timeout = 3\n' });
    const { stdout } = await kempt(['init'], { cwd });
    expect(stdout).toContain('lychee.toml: `kempt init --from lychee` takes it over');
  });

  it('says what is at fault: a tool it does not know, a file that is not there, one that is damaged', async () => {
    const cwd = await folder({ 'README.md': list, 'linkinator.config.json': '{' });
    expect(await kempt(['init', '--from', 'lichee'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean lychee?'),
    });
    expect(await kempt(['init', '--from', 'lychee'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('lychee.toml'),
    });
    expect(await kempt(['init', '--from', 'linkinator'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('linkinator.config.json'),
    });
  });
});
