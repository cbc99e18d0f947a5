import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { readOrigin } from '../../src/facts/origin.ts';
import { folder } from '../support/folder.ts';
import { type Repository, repository } from '../support/repository.ts';
import { gathered } from './gathered.ts';

const list = '# Awesome Tea\n\n- [Sencha](https://sencha.example/) - Steamed.\n';
const facts = async (root: string, options = {}, name = 'README.md') =>
  (await gathered(root, ['repository'], name, options)).repository;

async function begunOn(date: string): Promise<Repository> {
  const made = await repository({ 'README.md': list });
  execFileSync('git', ['commit', '-q', '--amend', '--no-edit', '--date', date], {
    cwd: made.root,
    env: { ...process.env, GIT_COMMITTER_DATE: date },
  });
  return made;
}

describe('what git knows of a repository', () => {
  it('is where it came from and when it began', async () => {
    const { root, run, commit } = await begunOn('2025-03-04T05:06:07Z');
    run('remote', 'add', 'origin', 'git@github.com:Tea/Awesome-Tea.git');
    await writeFile(path.join(root, 'more.md'), '# More');
    commit('more');
    expect(await facts(root)).toEqual({
      origin: { host: 'github.com', owner: 'Tea', name: 'Awesome-Tea' },
      onGitHub: true,
      defaultBranch: undefined,
      begun: new Date('2025-03-04T05:06:07Z'),
      settings: undefined,
    });
  });

  it('is the branch that a clone starts at', async () => {
    const { root, run } = await repository({ 'README.md': list });
    run('branch', '-q', '-m', 'trunk');
    const clones = await folder();
    execFileSync('git', ['clone', '-q', root, 'clone'], { cwd: clones });
    expect((await facts(path.join(clones, 'clone')))?.defaultBranch).toBe('trunk');
  });

  it('is not the branch that was renamed since the clone was made', async () => {
    const { root, run } = await repository({ 'README.md': list });
    run('branch', '-q', '-m', 'master');
    const clones = await folder();
    const clone = path.join(clones, 'clone');
    execFileSync('git', ['clone', '-q', root, clone]);
    expect((await facts(clone))?.defaultBranch).toBe('master');
    run('branch', '-q', '-m', 'main');
    execFileSync('git', ['fetch', '-q'], { cwd: clone });
    expect((await facts(clone))?.defaultBranch).toBeUndefined();
  });

  it('does not say when a shallow clone began', async () => {
    const { root, commit } = await begunOn('2025-03-04T05:06:07Z');
    await writeFile(path.join(root, 'more.md'), '# More');
    commit('more');
    const clones = await folder();
    const clone = path.join(clones, 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone]);
    const known = await facts(clone);
    expect(known).toMatchObject({ defaultBranch: 'main' });
    expect(known?.begun).toBeUndefined();
    expect(known?.origin).toBeUndefined();
  });

  it('is nothing where nothing is committed, without a repository, and where git is broken', async () => {
    const root = await folder({ 'README.md': list });
    expect(await facts(root)).toBeUndefined();
    execFileSync('git', ['init', '-q', root]);
    const none = { origin: undefined, onGitHub: undefined, defaultBranch: undefined, begun: undefined };
    expect(await facts(root)).toMatchObject(none);
    const broken = await folder({ 'README.md': list, '.git': 'gitdir: /nowhere' });
    expect(await facts(broken)).toMatchObject(none);
  });

  it('is asked for once, however many lists and rounds there are', async () => {
    const { root, run } = await repository({ 'README.md': list });
    run('remote', 'add', 'origin', 'https://github.com/tea/awesome-tea');
    const asked: string[] = [];
    const askGitHub = async (owner: string, name: string) => {
      asked.push(`${owner}/${name}`);
      return undefined;
    };
    const { createGather } = await import('../../src/facts/gather.ts');
    const { parse } = await import('../../src/document.ts');
    const { readList } = await import('../../src/input/read.ts');
    const gather = createGather({ now: new Date(0), askGitHub });
    const document = parse(await readList('README.md', { cwd: root }));
    await Promise.all([gather(document, new Set(['repository'])), gather(document, new Set(['repository']))]);
    await gather(document, new Set(['repository', 'communityFiles']));
    expect(asked).toEqual(['tea/awesome-tea']);
  });
});

describe('what GitHub knows of a repository', () => {
  const told = {
    defaultBranch: 'main',
    created: new Date('2025-06-01T00:00:00Z'),
    description: 'Leaves.',
    topics: ['awesome'],
    hasLicense: true,
  };

  it('stands over what git knows, and the later beginning counts', async () => {
    const { root, run } = await begunOn('2025-03-04T05:06:07Z');
    run('remote', 'add', 'origin', 'https://github.com/tea/awesome-tea');
    expect(await facts(root, { askGitHub: async () => told })).toMatchObject({
      defaultBranch: 'main',
      begun: told.created,
      settings: { description: 'Leaves.', topics: ['awesome'], hasLicense: true },
    });
  });

  it('is not asked for where origin is elsewhere, or an alias of GitHub', async () => {
    for (const [url, onGitHub] of [
      ['https://gitlab.com/tea/awesome-tea.git', false],
      ['git@github.com-work:tea/awesome-tea.git', undefined],
    ] as const) {
      const { root, run } = await repository({ 'README.md': list });
      run('remote', 'add', 'origin', url);
      const known = await facts(root, { askGitHub: async () => told });
      expect(known).toMatchObject({ onGitHub, settings: undefined });
    }
  });

  it('is of the server that the run knows as GitHub', async () => {
    const { root, run } = await repository({ 'README.md': list });
    run('remote', 'add', 'origin', 'https://code.tea.example/tea/awesome-tea.git');
    expect((await facts(root, { gitHubHost: 'code.tea.example' }))?.onGitHub).toBe(true);
  });
});

describe('the address of a remote', () => {
  const addresses: Record<string, string | undefined> = {
    'https://github.com/tea/awesome-tea': 'github.com tea awesome-tea',
    'https://token:x@GitHub.com/tea/awesome-tea.git/': 'github.com tea awesome-tea',
    'git@github.com:tea/awesome-tea.git': 'github.com tea awesome-tea',
    'ssh://git@ssh.github.com:443/tea/awesome-tea.git': 'ssh.github.com tea awesome-tea',
    'git://github.com/tea/awesome.tea.git': 'github.com tea awesome.tea',
    'https://gitlab.com/tea/leaves/awesome-tea.git': 'gitlab.com tea/leaves awesome-tea',
    'gh:tea/awesome-tea': undefined,
    'http://127.0.0.1:8080/tea/awesome-tea': undefined,
    '/srv/git/awesome-tea.git': undefined,
    'C:/lists/awesome-tea': undefined,
    'file:///srv/git/awesome-tea.git': undefined,
    '../awesome-tea': undefined,
    'https://github.com/': undefined,
    '': undefined,
  };
  for (const [url, expected] of Object.entries(addresses)) {
    it(`is read of “${url}”`, () => {
      const origin = readOrigin(url);
      expect(origin && `${origin.host} ${origin.owner} ${origin.name}`).toBe(expected);
    });
  }
});

describe('facts that rules need', () => {
  it('cost nothing in the presets that a first run has', () => {
    for (const preset of ['house', 'minimal'] as const) {
      const on = rules.filter(({ severity }) => severity[preset] !== 'off');
      expect(new Set(on.flatMap(({ needs = [] }) => needs))).toEqual(new Set(['localTargets']));
    }
  });

  it('are not gathered where none are needed', async () => {
    const { root } = await repository({ 'README.md': `${list}\n[gone](gone.md)\n` });
    const { now: _, ...known } = await gathered(root, []);
    expect(known).toEqual({ dictionary: undefined, localTargets: new Map() });
  });
});
