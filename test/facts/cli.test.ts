import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';
import { kempt } from '../support/command-line.ts';
import { repository } from '../support/repository.ts';

const list = '# Awesome Tea\n\n## Green\n\n- [Sencha](https://sencha.example/) - Steamed.\n';
const setUp = {
  fork: false,
  default_branch: 'main',
  created_at: '2020-01-01T00:00:00Z',
  description: 'Leaves.',
  topics: ['awesome', 'awesome-list', 'tea'],
  license: { key: 'cc0-1.0' },
};

let answer: { status: number; json: unknown };
let asked: { path: string | undefined; token: string | undefined }[];
const server = createServer((request: IncomingMessage, response) => {
  asked.push({ path: request.url, token: request.headers.authorization });
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(typeof answer.json === 'string' ? answer.json : JSON.stringify(answer.json));
});
let api = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, json: setUp };
});

/** What is said of a repository, by a run that has no links to ask for: findings, and notices on standard error. */
async function run(argv: string[], { env = {}, origin = 'https://github.com/tea/awesome-tea.git' } = {}) {
  const { root, run: git } = await repository({
    'README.md': list,
    'license.md': 'CC0',
    '.kemptrc': config,
  });
  git('remote', 'add', 'origin', origin);
  const links = argv[0] === 'lint' ? [] : ['--exclude', '.', '--allow-private'];
  const ran = await kempt([...argv, '--format', 'json', ...links, 'README.md'], {
    cwd: root,
    env: { GITHUB_API_URL: api, ...env },
    // Well after its first commit, whose date is this machine's.
    now: new Date(Date.now() + 100 * 24 * 60 * 60 * 1000),
  });
  const { files } = JSON.parse(ran.stdout) as { files: { messages: { rule: string; reason: string }[] }[] };
  return {
    findings: files[0]?.messages.map(({ rule, reason }) => `${rule}: ${reason}`),
    notices: ran.stderr,
  };
}

const said = async (...what: Parameters<typeof run>) => (await run(...what)).findings;

const config =
  'rules: { repository: "on", contributing-file: "on", title: "off", contents: "off" }\nextends: minimal\n';
const token = { env: { GITHUB_TOKEN: 'secret' } };
const missing = 'contributing-file: No file contributing.md in the repository';

describe('a repository that is asked about', () => {
  it('is found fault with by one request, in which the token is', async () => {
    answer.json = {
      ...setUp,
      default_branch: 'master',
      description: null,
      topics: ['awesome'],
      license: null,
    };
    expect(await said([], token)).toEqual([
      missing,
      'repository: The default branch is “master”, expected “main”',
      'repository: The repository has no description on GitHub',
      'repository: The repository has no topic “awesome-list” on GitHub',
      'repository: GitHub does not recognise the licence of the repository',
    ]);
    expect(asked).toEqual([{ path: '/api/v3/repos/tea/awesome-tea', token: 'Bearer secret' }]);
  });

  it('has no faults where all is set up', async () => {
    expect(await said([], token)).toEqual([missing]);
    expect(asked).toHaveLength(1);
  });

  it('came to be when it came to GitHub', async () => {
    const days = 24 * 60 * 60 * 1000;
    answer.json = { ...setUp, created_at: new Date(Date.now() + 98 * days).toISOString() };
    expect(await said([], token)).toContain('repository: The repository is 2 days old, expected at least 30');
  });

  for (const [name, { why, ...given }] of Object.entries({
    'is a fork': { status: 200, json: { ...setUp, fork: true, topics: [] }, why: 'it is a fork' },
    'is not there': { status: 404, json: { message: 'Not Found' }, why: 'there is no such repository' },
    moved: { status: 301, json: { message: 'Moved Permanently' }, why: 'its interface answered 301' },
    'is asked for with a bad token': { status: 401, json: {}, why: 'the token was refused' },
    'is past the rate limit': {
      status: 403,
      json: { message: 'API rate limit exceeded' },
      why: 'perhaps by its rate limit',
    },
    'is answered with no JSON': { status: 200, json: '<html>', why: 'with something else' },
    'is answered with something else': {
      status: 200,
      json: { ...setUp, topics: null },
      why: 'with something else',
    },
  })) {
    it(`is not known, and not found fault with, where it ${name}; the run says why`, async () => {
      answer = given;
      const { findings, notices } = await run([], token);
      expect(findings).toEqual([missing]);
      expect(notices).toContain(
        'Description, topics and licence of tea/awesome-tea on GitHub were not checked',
      );
      expect(notices).toContain(why);
      expect(asked).toHaveLength(1);
    });
  }

  it('is not asked about without a token, offline, by `kempt lint`, and where it is elsewhere', async () => {
    answer.json = { ...setUp, topics: [] };
    expect(await run([])).toMatchObject({
      findings: [missing],
      notices: expect.stringContaining('set GITHUB_TOKEN'),
    });
    expect(await run(['--offline'], token)).toEqual({ findings: [missing], notices: '' });
    expect(await run(['lint'], token)).toEqual({ findings: [missing], notices: '' });
    expect(await said([], { ...token, origin: 'https://gitlab.com/tea/awesome-tea' })).toEqual([
      missing,
      'repository: The repository is at gitlab.com, expected on GitHub',
    ]);
    expect(asked).toEqual([]);
  });

  it('is not asked about where private addresses are refused', async () => {
    const { root, run: git } = await repository({ 'README.md': list, '.kemptrc': config });
    git('remote', 'add', 'origin', 'https://github.com/tea/awesome-tea.git');
    const { stdout } = await kempt(['--exclude', '.', 'README.md'], {
      cwd: root,
      env: { GITHUB_API_URL: api, ...token.env },
    });
    expect(asked).toEqual([]);
    expect(stdout).toContain('not a public address');
  });

  it('may be silenced by a comment anywhere, and has no place in the list', async () => {
    const text = '<!--lint disable contributing-file awesome-github-->\n\n# Awesome Tea\n';
    const { root, run: git } = await repository({ 'README.md': text, '.kemptrc': config });
    git('remote', 'add', 'origin', 'https://gitlab.com/tea/tea-list.git');
    expect((await kempt(['lint', 'README.md'], { cwd: root })).code).toBe(0);
  });
});

describe('the library', () => {
  it('is given facts, and finds nothing by what it is not given', async () => {
    const config = { extends: 'minimal', rules: { 'license-file': 'error', repository: 'error' } } as const;
    const facts = { communityFiles: { licenses: [], contributing: [], codesOfConduct: [] } };
    const found = await lint(list, config, { facts });
    expect(found.messages.map(({ ruleId }) => ruleId)).toContain('license-file');
    expect(found.messages.map(({ ruleId }) => ruleId)).not.toContain('repository');
    expect((await lint(list, config)).messages.map(({ ruleId }) => ruleId)).not.toContain('license-file');
  });
});
