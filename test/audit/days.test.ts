import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';
import { repository } from '../support/repository.ts';
import { listOf, web } from './web.ts';

/** An audit on a day, counted from New Year; what the report says of one address. */
async function audit(cwd: string, day: number, ...argv: string[]) {
  const now = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
  const { code, stdout, stderr } = await kempt(
    ['audit', '--allow-private', '--now', now, '--format', 'json', ...argv],
    { cwd },
  );
  expect(stderr).toBe('');
  const report = JSON.parse(stdout);
  return {
    code,
    report,
    severityOf: (url: string) =>
      report.files
        .flatMap(({ messages }: { messages: { link: string; severity: string }[] }) => messages)
        .find(({ link }: { link: string }) => link === url)?.severity,
    historyOf: (url: string) => report.links.find((link: { url: string }) => link.url === url)?.history,
  };
}

describe('over simulated days, an audit', () => {
  it('calls a 404 an error in the second run, and a 410 in the first', async () => {
    const { url } = await web({ '/gone': 404, '/removed': 410 });
    const cwd = await folder({ 'README.md': listOf(`${url}/fine`, `${url}/gone`, `${url}/removed`) });
    const first = await audit(cwd, 0);
    expect(first.severityOf(`${url}/gone`)).toBe('warning');
    expect(first.severityOf(`${url}/removed`)).toBe('error');
    const second = await audit(cwd, 1);
    expect(second.severityOf(`${url}/gone`)).toBe('error');
    expect(second.code).toBe(1);
  });

  it('leaves nothing to commit but the history', async () => {
    const { url } = await web();
    const { root, run: git } = await repository({ 'README.md': listOf(url) });
    await audit(root, 0);
    expect(git('status', '--porcelain', '-uall')).toBe('?? .kempt/history.jsonl\n');
  });

  it('tells what it saw where nothing can be remembered, and that it is not', async () => {
    const { url } = await web({ '/removed': 410 });
    const cwd = await folder({ 'README.md': listOf(`${url}/removed`), '.kempt': 'a file' });
    const { code, stdout } = await kempt(['audit', '--allow-private'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('410 Gone');
    expect(stdout).toContain('Nothing of this run is remembered');
  });

  it('waits with a 404 for three runs over seven days where the host answers to nothing else', async () => {
    const { url } = await web({ '/one': 404, '/two': 404 });
    const cwd = await folder({ 'README.md': listOf(`${url}/one`, `${url}/two`) });
    const severities: string[] = [];
    for (const day of [0, 1, 2, 7]) severities.push((await audit(cwd, day)).severityOf(`${url}/one`));
    expect(severities).toEqual(['warning', 'warning', 'warning', 'error']);
  });

  it('calls a link that cannot be reached an error after three runs over seven days, not before', async () => {
    const { url, closed } = await web();
    const cwd = await folder({ 'README.md': listOf(closed, url) });
    const severities: string[] = [];
    for (const day of [0, 7, 8]) severities.push((await audit(cwd, day)).severityOf(closed));
    expect(severities).toEqual(['warning', 'warning', 'error']);
  });

  it('mentions what only opens in a browser, and warns of it after ninety days', async () => {
    const { url } = await web({ '/members': 403 });
    const cwd = await folder({ 'README.md': listOf(`${url}/members`, url) });
    const severities: string[] = [];
    for (const day of [0, 89, 90]) severities.push((await audit(cwd, day)).severityOf(`${url}/members`));
    expect(severities).toEqual(['info', 'info', 'warning']);
  });

  it('goes by the numbers of the configuration, and by those of the command line before them', async () => {
    const { url, closed } = await web({ '/gone': 404, '/members': 403 });
    const config = { audit: { notFoundRuns: 3, blockedDays: 2, runs: 2, days: 0 } };
    const cwd = await folder({
      'README.md': listOf(`${url}/gone`, `${url}/members`, closed, url),
      'kempt.config.json': JSON.stringify(config),
    });
    await audit(cwd, 0);
    const second = await audit(cwd, 2);
    expect(second.severityOf(`${url}/gone`)).toBe('warning');
    expect(second.severityOf(`${url}/members`)).toBe('warning');
    expect(second.severityOf(closed)).toBe('error');
    const third = await audit(cwd, 3, '--not-found-runs', '4', '--blocked-days', '30', '--runs', '9');
    expect(third.severityOf(`${url}/gone`)).toBe('warning');
    expect(third.severityOf(`${url}/members`)).toBe('info');
    expect(third.severityOf(closed)).toBe('warning');
    const fourth = await audit(cwd, 4, '--not-found-runs', '4', '--days', '5');
    expect(fourth.severityOf(`${url}/gone`)).toBe('error');
    expect(fourth.severityOf(closed)).toBe('warning');
  });

  it('tells what has newly died, what stays dead since when, and what has recovered', async () => {
    const { url, answers } = await web();
    const cwd = await folder({ 'README.md': listOf(`${url}/thing`, url) });
    await audit(cwd, 0);
    answers['/thing'] = 404;
    expect((await audit(cwd, 7)).historyOf(`${url}/thing`)).toMatchObject({
      change: 'newly-dead',
      isNew: true,
      since: '2026-01-08T00:00:00.000Z',
      runs: 1,
      firstSeen: '2026-01-01T00:00:00.000Z',
      lastOk: '2026-01-01T00:00:00.000Z',
    });
    expect((await audit(cwd, 14)).historyOf(`${url}/thing`)).toMatchObject({
      change: 'still-dead',
      isNew: false,
      since: '2026-01-08T00:00:00.000Z',
      runs: 2,
    });
    answers['/thing'] = 200;
    const recovered = await audit(cwd, 21);
    expect(recovered.code).toBe(0);
    expect(recovered.historyOf(`${url}/thing`)).toMatchObject({ change: 'recovered', runs: 1 });
    expect((await audit(cwd, 28)).historyOf(`${url}/thing`)).toMatchObject({ change: 'steady', runs: 2 });
  });

  it('counts a link that could not be reached and then is gone as one trouble', async () => {
    const { url, answers } = await web({ '/thing': 500 });
    const cwd = await folder({ 'README.md': listOf(`${url}/thing`, url) });
    await audit(cwd, 0);
    answers['/thing'] = 404;
    const { historyOf } = await audit(cwd, 3);
    expect(historyOf(`${url}/thing`)).toMatchObject({
      change: 'newly-dead',
      since: '2026-01-01T00:00:00.000Z',
      runs: 2,
    });
  });

  it('counts the runs, and how many links had which verdict in each', async () => {
    const { url, answers } = await web();
    const cwd = await folder({ 'README.md': listOf(`${url}/thing`, url) });
    await audit(cwd, 0);
    answers['/thing'] = 404;
    const { report } = await audit(cwd, 7);
    expect(report.audit.runs).toEqual([
      { at: '2026-01-01T00:00:00.000Z', links: { ok: 2 } },
      { at: '2026-01-08T00:00:00.000Z', links: { ok: 1, dead: 1 } },
    ]);
  });

  it('asks everything anew on another day, and nothing twice in a run that is taken up again', async () => {
    const { url, asked } = await web();
    const cwd = await folder({ 'README.md': listOf(`${url}/thing`) });
    await audit(cwd, 0);
    const once = asked.length;
    const { historyOf } = await audit(cwd, 0.1);
    expect(asked.length).toBe(once);
    expect(historyOf(`${url}/thing`)).toMatchObject({ runs: 1 });
    await audit(cwd, 1);
    expect(asked.length).toBeGreaterThan(once);
  });

  it('remembers in a file that is sorted by address, runs last', async () => {
    const { url } = await web();
    const cwd = await folder({ 'README.md': listOf(`${url}/b`, `${url}/a`) });
    await audit(cwd, 0);
    const text = await readFile(`${cwd}/.kempt/history.jsonl`, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.url)).toEqual([
      undefined,
      `${url}/a`,
      `${url}/b`,
      'run:2026-01-01T00:00:00.000Z',
    ]);
  });
});

it('an audit does not advise to silence what links are found to be', async () => {
  const paths = Array.from({ length: 8 }, (_, index) => `/${index}`);
  const { url } = await web(Object.fromEntries(paths.map((path, index) => [path, index % 2 ? 404 : '/new'])));
  const cwd = await folder({ 'README.md': listOf(...paths.map((path) => url + path)) });
  const { stdout } = await kempt(['audit', '--allow-private'], { cwd });
  expect(stdout).toContain('Newly dead (4)');
  expect(stdout).not.toContain('lint disable');
});

describe('acknowledged links', () => {
  it('are kept apart until their day, and come back on it', async () => {
    const { url } = await web({ '/gone': 410 });
    const acknowledged = [{ url: `${url}/go*`, reason: 'Its author is moving it', expires: '2026-01-20' }];
    const cwd = await folder({
      'README.md': listOf(`${url}/gone`, url),
      'kempt.config.json': JSON.stringify({ audit: { acknowledged } }),
    });
    const before = await audit(cwd, 18);
    expect(before.code).toBe(0);
    expect(before.severityOf(`${url}/gone`)).toBeUndefined();
    expect(before.report.audit.acknowledged).toEqual([{ ...acknowledged[0], link: `${url}/gone` }]);
    const after = await kempt(['audit', '--allow-private', '--now', '2026-01-20T00:00:00Z'], { cwd });
    expect(after.code).toBe(1);
    expect(after.stdout).toContain(`${url}/gone`);
    expect(after.stdout.replaceAll('\n', ' ')).toContain(
      'ran out on 2026-01-20; it said: Its author is moving it',
    );
  });

  it('are said to be needless where all is well, or where no link is meant', async () => {
    const { url } = await web();
    const expires = '2027-01-01';
    const acknowledged = [
      { url: `${url}/fine`, reason: 'It was down', expires },
      { url: 'https://elsewhere.example/', reason: 'It was down', expires },
    ];
    const cwd = await folder({
      'README.md': listOf(`${url}/fine`),
      'kempt.config.json': JSON.stringify({ audit: { acknowledged } }),
    });
    const { stdout } = await kempt(['audit', '--allow-private'], { cwd });
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain(`The acknowledgement of ${url}/fine can go: all is well there`);
    expect(said).toContain('elsewhere.example/ can go: no link is meant by it');
  });

  it('count in audits only', async () => {
    const { url } = await web({ '/gone': 404 });
    const acknowledged = [{ url: `${url}/gone`, reason: 'Known', expires: '2027-01-01' }];
    const cwd = await folder({
      'README.md': listOf(`${url}/gone`, url),
      'kempt.config.json': JSON.stringify({ audit: { acknowledged } }),
    });
    expect((await kempt(['links', '--allow-private'], { cwd })).code).toBe(1);
  });

  it.each([
    [{ url: 'https://a.example', reason: '', expires: '2027-01-01' }, '`audit.acknowledged.0.reason` is ""'],
    [{ url: 'https://a.example', reason: 'x', expires: 'soon' }, '`audit.acknowledged.0.expires` is "soon"'],
    [{ url: 'https://a.example', expires: '2027-01-01' }, '`audit.acknowledged.0.reason` is'],
    [{ url: 'https://a.example', reason: 'x', expires: '2027-01-01', until: '' }, 'unknown key'],
  ])('must say why and until when: %o', async (acknowledgement, message) => {
    const cwd = await folder({
      'README.md': listOf('https://a.example'),
      'kempt.config.json': JSON.stringify({ audit: { acknowledged: [acknowledgement] } }),
    });
    const { code, stderr } = await kempt(['audit'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('the lists of an audit', () => {
  it('are those of the configuration where none is named, each with its own rules', async () => {
    const { url } = await web({ '/gone': 410, '/moved': '/new' });
    const lists = {
      'lists/*.md': { exclude: ['/gone$'] },
      'other.md': { rules: { 'link-moved': 'off' }, goneRuns: 5 },
    };
    const text = listOf(`${url}/gone`, `${url}/moved`, url);
    const cwd = await folder({
      'README.md': listOf(`${url}/gone`),
      'lists/a.md': text,
      'other.md': text,
      'kempt.config.json': JSON.stringify({ audit: { lists } }),
    });
    const { report } = await audit(cwd, 0);
    const found = report.files.map(
      ({ path, messages }: { path: string; messages: { rule: string; severity: string }[] }) =>
        [path, messages.map(({ rule, severity }) => `${rule} ${severity}`)] as const,
    );
    expect(Object.fromEntries(found)).toEqual({
      'lists/a.md': ['link-moved warning'],
      'other.md': ['link-dead warning'],
    });
  });

  it('are ranked by rot', async () => {
    const { url } = await web({ '/1': 404, '/2': 404 });
    const cwd = await folder({
      'fine.md': listOf(`${url}/a`, `${url}/b`),
      'bad.md': listOf(`${url}/1`, `${url}/a`, `${url}/b`),
      'worse.md': listOf(`${url}/1`, `${url}/2`, `${url}/a`),
    });
    const { stdout } = await kempt(['audit', '*.md', '--allow-private'], { cwd });
    const table = stdout.slice(stdout.indexOf('Lists, by how much'));
    expect(
      table
        .split('\n')
        .slice(2, 5)
        .map((line) => line.trim().split(/\s{2,}/)),
    ).toEqual([
      ['66.7 %', '2 of 3', '0', 'worse.md'],
      ['33.3 %', '1 of 3', '0', 'bad.md'],
      ['0 %', '0 of 2', '0', 'fine.md'],
    ]);
    const { report } = await audit(cwd, 1, '*.md');
    expect(report.audit.lists.map(({ list }: { list: string }) => list)).toEqual([
      'worse.md',
      'bad.md',
      'fine.md',
    ]);
  });
});
