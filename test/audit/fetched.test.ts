import { execFileSync } from 'node:child_process';
import { chmod, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isRepositoryName } from '../../src/cli/fetched-lists.ts';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';
import { repository } from '../support/repository.ts';
import { listOf, web } from './web.ts';

/** A server of repositories: bare ones, in folders, by `owner/name`. */
async function server(): Promise<{
  root: string;
  url: string;
  publish: (name: string, from: string) => void;
}> {
  const root = await folder();
  const publish = (name: string, from: string) => {
    execFileSync('git', ['clone', '-q', '--bare', from, path.join(root, name)], { stdio: 'pipe' });
  };
  return { root, url: pathToFileURL(root).href, publish };
}

interface Audited {
  code: number;
  stdout: string;
  stderr: string;
  report: {
    files: { path: string; messages: { rule: string; severity: string }[] }[];
    links: { url: string }[];
    faults: { what: string; where: string; hint: string }[];
    audit: { lists: { list: string }[] };
  };
}

/** Audits lists of a server from an empty folder; caches lie in a folder of their own. */
async function audit(url: string, argv: string[], files: Record<string, string> = {}): Promise<Audited> {
  const [cwd, cache] = [await folder(files), await folder()];
  const ran = await kempt(['audit', ...argv, '--allow-private', '--format', 'json'], {
    cwd,
    env: { GITHUB_SERVER_URL: url, XDG_CACHE_HOME: cache },
  });
  return { ...ran, report: ran.stdout === '' ? undefined : JSON.parse(ran.stdout) };
}

describe('lists by owner and name', () => {
  it('are fetched and audited beside one’s own, and ranked with them', async () => {
    const { url: site } = await web({ '/gone': 410 });
    const { url, publish } = await server();
    publish('someone/awesome-things', (await repository({ 'readme.md': listOf(`${site}/gone`) })).root);
    publish('another/list', (await repository({ 'docs/README.md': listOf(`${site}/a`) })).root);
    const { code, report } = await audit(url, ['someone/awesome-things', 'another/list', 'own.md'], {
      'own.md': listOf(`${site}/gone`, `${site}/b`),
    });
    expect(code).toBe(1);
    expect(report.files.map((file) => file.path)).toEqual([
      'own.md',
      'someone/awesome-things/readme.md',
      'another/list/docs/README.md',
    ]);
    expect(report.audit.lists.map(({ list }) => list)).toEqual([
      'someone/awesome-things',
      'own.md',
      'another/list',
    ]);
  });

  it('are fetched anew, and kept shallow in the user’s cache, with nothing checked out', async () => {
    const { url: site } = await web();
    const { url, root, publish } = await server();
    const source = await repository({ 'README.md': listOf(`${site}/old`) });
    source.run('commit', '-q', '--allow-empty', '-m', 'more');
    publish('someone/list', source.root);
    const [cwd, cache] = [await folder(), await folder()];
    const run = async () => {
      const env = { GITHUB_SERVER_URL: url, XDG_CACHE_HOME: cache };
      const { stdout } = await kempt(['audit', 'someone/list', '--allow-private', '--format', 'json'], {
        cwd,
        env,
      });
      return JSON.parse(stdout).links.map((link: { url: string }) => link.url);
    };
    expect(await run()).toEqual([`${site}/old`]);
    await writeFile(`${source.root}/README.md`, listOf(`${site}/new`));
    source.commit('change');
    source.run('push', '-q', '--force', path.join(root, 'someone/list'), 'main');
    expect(await run()).toEqual([`${site}/new`]);
    const kept = `${cache}/kempt/lists/local/someone/list.git`;
    const count = execFileSync('git', ['-C', kept, 'rev-list', '--count', 'refs/kempt/list'], {
      encoding: 'utf8',
    });
    expect(count.trim()).toBe('1');
    expect(await readdir(kept)).not.toContain('README.md');
    expect(await readdir(cwd)).toEqual(['.kempt']);
  });

  it('are read at the branch and in the files that the overlay says', async () => {
    const { url: site } = await web({ '/moved': '/new' });
    const { url, publish } = await server();
    const source = await repository({ 'README.md': listOf(`${site}/main`) });
    source.run('checkout', '-q', '-b', 'next');
    await writeFile(`${source.root}/one.md`, listOf(`${site}/moved`));
    await writeFile(`${source.root}/two.md`, listOf(`${site}/two`));
    source.commit('next');
    source.run('checkout', '-q', 'main');
    publish('someone/list', source.root);
    const overlay = {
      ref: 'next',
      files: ['o*.md', 'README.md'],
      rules: { 'link-moved': 'error' },
      exclude: ['/main'],
    };
    const config = { audit: { lists: { 'someone/list': overlay } } };
    const { code, report } = await audit(url, [], { 'kempt.config.json': JSON.stringify(config) });
    expect(code).toBe(1);
    expect(report.links.map((link) => link.url)).toEqual([`${site}/moved`]);
    expect(report.files.map((file) => [file.path, file.messages.map(({ severity }) => severity)])).toEqual([
      ['someone/list/README.md', []],
      ['someone/list/one.md', ['error']],
    ]);
  });

  it('give way to a file of that name', async () => {
    const { url: site } = await web();
    const { report } = await audit('file:///nowhere', ['lists/tools'], { 'lists/tools': listOf(site) });
    expect(report.files.map((file) => file.path)).toEqual(['lists/tools']);
  });

  it('are told where they are not there, and the others audited', async () => {
    const { url: site } = await web();
    const { url, publish } = await server();
    publish('someone/list', (await repository({ 'README.md': listOf(site) })).root);
    const { code, report } = await audit(url, ['someone/nothing', 'someone/list']);
    expect(code).toBe(2);
    expect(report.faults).toEqual([
      {
        what: 'there is no such list to fetch',
        where: 'someone/nothing',
        hint: 'write owner/name of a public repository, or the path of a file',
      },
    ]);
    expect(report.links).toHaveLength(1);
  });

  it('are never written to', async () => {
    const { code, stderr } = await audit('file:///nowhere', ['someone/list', '--fix']);
    expect(code).toBe(2);
    expect(stderr).toContain('lists that are fetched cannot be fixed in place');
  });

  it('are shown as they would be mended', async () => {
    const { url: site } = await web({ '/moved': '/moved/' });
    const { url, publish } = await server();
    publish('someone/list', (await repository({ 'README.md': listOf(`${site}/moved`) })).root);
    const { stdout, cwd } = await dryRun(url);
    expect(stdout).toContain(`+- [Thing 0](${site}/moved/) - A thing.`);
    expect(await readdir(cwd)).toEqual(['.kempt']);
  });

  async function dryRun(url: string) {
    const [cwd, cache] = [await folder(), await folder()];
    const env = { GITHUB_SERVER_URL: url, XDG_CACHE_HOME: cache };
    const argv = ['audit', 'someone/list', '--allow-private', '--fix', '--dry-run'];
    return { ...(await kempt(argv, { cwd, env })), cwd };
  }

  it.each([
    ['sindresorhus/awesome', true],
    ['a/b.c_d-e', true],
    ['-a/b', false],
    ['a/-b', false],
    ['a/..', false],
    ['a/.', false],
    ['../b', false],
    ['a/b/c', false],
    ['a/b.md', false],
    ['a', false],
    ['a b/c', false],
    ['--upload-pack=x/y', false],
    ['ext::sh/x', false],
  ])('“%s” is one: %s', (name, is) => {
    expect(isRepositoryName(name)).toBe(is);
  });
});

describe('a list that is hostile', () => {
  /** A list whose repository is prepared with everything that git could be made to run. */
  async function hostile(files: Record<string, string>) {
    const source = await repository(files);
    const { url, root, publish } = await server();
    return { source, url, root, publish: () => publish('someone/list', source.root) };
  }

  it('is not followed out of its repository by a symbolic link, and is within it', async () => {
    const { url: site } = await web();
    const { source, url, root, publish } = await hostile({
      LICENSE: 'x',
      'docs/list.md': listOf(`${site}/within`),
    });
    await symlink('/etc/passwd', `${source.root}/README.md`);
    source.commit('link');
    publish();
    const { code, report } = await audit(url, ['someone/list']);
    expect(code).toBe(2);
    expect(report.faults[0]).toMatchObject({
      what: 'this is a symbolic link that leads out of the repository',
      where: 'someone/list/README.md',
    });
    execFileSync('ln', ['-sfn', 'docs/list.md', `${source.root}/README.md`]);
    source.commit('within');
    source.run('push', '-q', path.join(root, 'someone/list'), 'main');
    expect((await audit(url, ['someone/list'])).report.links.map((link) => link.url)).toEqual([
      `${site}/within`,
    ]);
  });

  it('runs nothing: no hook, no filter, no submodule, no code of its configuration', async () => {
    const { url: site } = await web();
    const canary = `${await folder()}/ran`;
    const { source, url, root, publish } = await hostile({
      'README.md': listOf(site),
      '.gitattributes': '*.md filter=evil\n',
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "touch ${canary}"\n\tupdate = !touch ${canary}\n`,
      '.lfsconfig': `[lfs]\n\turl = file:///nowhere\n`,
      'kempt.config.js': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(canary)}, '');`,
      'hooks/post-checkout': `#!/bin/sh\ntouch ${canary}\n`,
    });
    const commit = source.run('rev-parse', 'HEAD').trim();
    source.run('update-index', '--add', '--cacheinfo', `160000,${commit},x`);
    source.run('commit', '-q', '-m', 'submodule');
    publish();
    for (const hook of ['post-checkout', 'post-merge', 'reference-transaction', 'pre-auto-gc']) {
      await writeFile(`${root}/someone/list/hooks/${hook}`, `#!/bin/sh\ntouch ${canary}\n`);
      await chmod(`${root}/someone/list/hooks/${hook}`, 0o755);
    }
    for (const argv of [['someone/list'], ['someone/list', '--trust-config']]) {
      const { code, report } = await audit(url, argv);
      expect([code, report.links.length]).toEqual([0, 1]);
    }
    await expect(readFile(canary)).rejects.toThrow('ENOENT');
  });

  it('runs nothing that lies in the checkout as if it were a cache', async () => {
    const { url: site } = await web();
    const { url, publish } = await hostile({ 'README.md': listOf(site) });
    publish();
    const cwd = await folder();
    const canary = `${cwd}/ran`;
    execFileSync('git', ['init', '-q', '--bare', `${cwd}/.kempt/lists/local/someone/list.git`]);
    execFileSync('git', [
      '-C',
      `${cwd}/.kempt/lists/local/someone/list.git`,
      'config',
      'core.fsmonitor',
      `touch ${canary}`,
    ]);
    const { code } = await kempt(['audit', 'someone/list', '--allow-private'], {
      cwd,
      env: { GITHUB_SERVER_URL: url },
    });
    expect(code).toBe(0);
    await expect(readFile(canary)).rejects.toThrow('ENOENT');
  });

  it('is not fetched where its readme is too large, whether the server can leave it out or not', async () => {
    const { url: site } = await web();
    const { source, url, root, publish } = await hostile({
      'README.md': `${listOf(site)}${'x\n'.repeat(600_000)}`,
    });
    publish();
    const config = { 'kempt.config.json': '{"maxFileSize":1000000}' };
    for (const canFilter of ['false', 'true']) {
      source.run('-C', `${root}/someone/list`, 'config', 'uploadpack.allowFilter', canFilter);
      const { report } = await audit(url, ['someone/list'], config);
      expect(report.faults).toEqual([{ what: 'the file is too large', where: 'someone/list/README.md' }]);
    }
  });

  it('cannot hide its rot by comments or a configuration, unless it is trusted', async () => {
    const { url: site } = await web({ '/gone': 410, '/moved': '/new', '/known': 410 });
    const own = {
      rules: { 'link-moved': 'off' },
      links: { exclude: ['.*'] },
      audit: {
        exclude: ['.*'],
        acknowledged: [{ url: `${site}/known`, reason: 'Known', expires: '2027-01-01' }],
      },
    };
    const text = listOf(`${site}/gone`, `${site}/moved`, `${site}/known`).replace(
      '## Things',
      '<!--lint disable link-dead-->\n\n## Things',
    );
    const { url, publish } = await hostile({ 'README.md': text, 'kempt.config.json': JSON.stringify(own) });
    publish();
    const rulesOf = ({ report }: Audited) => report.files[0]!.messages.map(({ rule }) => rule).sort();
    expect(rulesOf(await audit(url, ['someone/list']))).toEqual(['link-dead', 'link-dead', 'link-moved']);
    const trusted = await audit(url, ['someone/list', '--trust-config']);
    expect(rulesOf(trusted)).toEqual([]);
    expect(trusted.report.links).toHaveLength(3);
  });

  it('is told of where it is trusted and its configuration is damaged', async () => {
    const { url, publish } = await hostile({
      'README.md': listOf('https://a.example'),
      '.kemptrc': 'rules: 3',
    });
    publish();
    const { code, report } = await audit(url, ['someone/list', '--trust-config']);
    expect(code).toBe(2);
    expect(report.faults[0]).toMatchObject({ what: '`rules` is 3', where: 'someone/list/.kemptrc' });
  });

  it.each(['--upload-pack=x', '-x', 'a..b', 'refs/heads/x:refs/heads/y', 'a b', 'x.lock'])(
    'is not fetched at a ref that could be an option or an order: “%s”',
    async (ref) => {
      const config = { audit: { lists: { 'someone/list': { ref } } } };
      const { code, report } = await audit('file:///nowhere', [], {
        'kempt.config.json': JSON.stringify(config),
      });
      expect(code).toBe(2);
      expect(report.faults[0]?.what).toContain('is no branch or tag');
    },
  );

  it.each(['ext::sh -c true', 'ssh://host', 'git://host', 'nowhere'])(
    'is not fetched by another protocol than http and https: %s',
    async (base) => {
      const { code, report } = await audit(base, ['someone/list']);
      expect(code).toBe(2);
      expect(report.faults[0]?.what).toBe('this is no server to fetch lists from');
    },
  );
});
