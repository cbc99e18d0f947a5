import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folder } from './support/folder.ts';
import { type GitHubPages, githubPages } from './support/github-pages.ts';
import { pullRequest } from './support/pull-request.ts';
import { repository } from './support/repository.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const metadata = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'));

const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const entry = (name: string) => `- [${name}](https://${name.toLowerCase()}.example) - The ${name} of them.`;
const list = `# Awesome Things\n\n> A curated list of things.\n\n## All\n\n${names.map(entry).join('\n')}\n`;
/** A change with one warning, in line 13. */
const changed = `${list}- [Ten](https://ten.example) – The Ten of them.\n`;

interface Step {
  code: number;
  stdout: string;
  outputs: Record<string, string>;
  summary: string;
}

/** Runs the step as a runner does: the inputs' defaults from action.yml, files for what it hands on. */
async function step(
  cwd: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  before = '',
): Promise<Step> {
  const files = await folder({ output: '', summary: before });
  const defaults = Object.entries<{ default: string }>(metadata.inputs).map(
    ([name, { default: byDefault }]) => [name, byDefault.startsWith('$') ? 'secret' : byDefault],
  );
  const given = Object.entries({ ...Object.fromEntries(defaults), command: 'lint', ...inputs });
  const ran = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, metadata.runs.main)],
      {
        cwd,
        env: {
          PATH: process.env.PATH,
          HOME: files,
          GITHUB_ACTIONS: 'true',
          GITHUB_REPOSITORY: 'flyers/kites',
          GITHUB_WORKSPACE: cwd,
          GITHUB_OUTPUT: path.join(files, 'output'),
          GITHUB_STEP_SUMMARY: path.join(files, 'summary'),
          RUNNER_TEMP: files,
          ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
          ...env,
        },
      },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
  expect(ran.stderr).toBe('');
  const written = readFileSync(path.join(files, 'output'), 'utf8');
  const outputs = [...written.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2\n/gm)].map(([, name, , value]) => [
    name,
    value,
  ]);
  const report = path.join(files, 'kempt-report.json');
  if (existsSync(report)) expect(JSON.parse(readFileSync(report, 'utf8')).version).toBe(1);
  return {
    ...ran,
    outputs: Object.fromEntries(outputs),
    summary: readFileSync(path.join(files, 'summary'), 'utf8').slice(before.length),
  };
}

function annotationsIn(stdout: string): string[] {
  return stdout.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line));
}

describe('a step over a pull request', () => {
  it('annotates the lines of the change with how they should read, and fails', async () => {
    const { root: cwd, env } = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed },
    });
    const { code, stdout, outputs, summary } = await step(cwd, {}, env);
    expect(code).toBe(1);
    const [annotation, ...more] = annotationsIn(stdout);
    expect(more).toEqual([]);
    expect(annotation).toMatch(/^::warning file=README.md,line=13,.*title=kempt%3A entry-separator::/);
    expect(annotation).toContain('Should read:%0A- [Ten](https://ten.example) - The Ten of them.');
    expect(outputs).toMatchObject({ errors: '0', warnings: '1', fixable: '1', 'exit-code': '1' });
    expect(summary).toContain('`entry-separator`');
  });

  it('says where an entry goes that is out of order', async () => {
    const sorted = ['Apple', 'Beet', 'Corn', 'Date', 'Elder', 'Fig', 'Grape', 'Hop', 'Kale', 'Leek', 'Mint'];
    const whole = `# Awesome Things\n\n> A curated list.\n\n## All\n\n${sorted.map(entry).join('\n')}\n`;
    const { root: cwd, env } = await pullRequest({
      before: { 'README.md': whole, '.kemptrc': 'rules: { entry-order: [warning, { order: always }] }' },
      after: { 'README.md': `${whole}${entry('Banana')}\n` },
    });
    const { code, stdout } = await step(cwd, {}, env);
    expect(code).toBe(1);
    const [annotation] = annotationsIn(stdout);
    expect(annotation).toMatch(/^::warning file=README.md,line=18,/);
    expect(annotation).toMatch(/[Pp]ut it after “Apple”/);
  });

  it('passes where nothing is wrong, with nothing on the lines', async () => {
    const { root: cwd, env } = await pullRequest({
      before: { 'README.md': list.replace('[Six](https', '[Six] (https') },
      after: { 'README.md': `${list.replace('[Six](https', '[Six] (https')}${entry('Ten')}\n` },
    });
    const { code, stdout, outputs } = await step(cwd, {}, env);
    expect({ code, annotations: annotationsIn(stdout) }).toEqual({ code: 0, annotations: [] });
    expect(outputs).toMatchObject({ errors: '0', warnings: '0', 'exit-code': '0' });
  });

  it('fetches the base where a single commit was checked out', async () => {
    const {
      root: origin,
      env,
      run,
    } = await pullRequest({
      before: { 'README.md': list.replace('[Six](https', '[Six] (https') },
      after: { 'README.md': `${list.replace('[Six](https', '[Six] (https')}${entry('Ten')}\n` },
    });
    run('update-ref', 'refs/pull/7/merge', env.GITHUB_SHA!);
    const cwd = await folder();
    const git = (...args: string[]) => execFileSync('git', args, { cwd, stdio: 'pipe' });
    git('init', '-q');
    git('remote', 'add', 'origin', `file://${origin}`);
    git('fetch', '-q', '--depth=1', 'origin', '+refs/pull/7/merge:refs/remotes/pull/7/merge');
    git('checkout', '-q', '--detach', 'refs/remotes/pull/7/merge');
    const { code, outputs } = await step(cwd, {}, env);
    expect({ code, errors: outputs.errors }).toEqual({ code: 0, errors: '0' });
  });

  it('shows the worst ten of a level, and the rest in the summary', async () => {
    const bad = Array.from(
      { length: 30 },
      (_, index) => `- [N${index}](https://n${index}.example) – Number.`,
    );
    const { root: cwd, env } = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': `${list}${bad.join('\n')}\n` },
    });
    const { stdout, summary } = await step(cwd, {}, env);
    const shown = annotationsIn(stdout);
    expect(shown.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(shown.at(-1)).toMatch(/^::notice .*20 more warnings/);
    expect(summary.match(/`entry-separator`/g)).toHaveLength(30);
  });

  it('keeps to what GitHub takes for a summary', async () => {
    const entries = Array.from(
      { length: 400 },
      (_, index) => `- [N${index}](https://n${index}.example) ${index % 6 ? '–' : '—'} Number ${index}.`,
    );
    const { root: cwd } = await repository({
      'README.md': `# Awesome Things\n\n## All\n\n${entries.join('\n')}\n`,
    });
    // Little room is left by the steps before, and a character may take three bytes.
    const before = 'x'.repeat(1_040_000);
    const { summary } = await step(cwd, { 'fail-on': 'never' }, {}, before);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576 - before.length);
    expect(summary).toMatch(/and \d+ more rows, for which there is no room here/);
  });
});

describe('what a workflow says', () => {
  it('reaches kempt: reports, files and fixes', async () => {
    const { root: cwd } = await repository({ 'lists/a.md': changed, 'lists/b.md': list });
    const { code, outputs, stdout } = await step(cwd, {
      files: 'lists/a.md\nlists/b.md\n',
      format: 'sarif=kempt.sarif\njunit=kempt.xml',
      fix: 'true',
      annotations: 'false',
      summary: 'false',
    });
    expect({ code, annotations: annotationsIn(stdout) }).toEqual({ code: 0, annotations: [] });
    expect(outputs).toMatchObject({ fixed: '1', warnings: '0', sarif: path.join(cwd, 'kempt.sarif') });
    expect(JSON.parse(readFileSync(path.join(cwd, 'kempt.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(existsSync(path.join(cwd, 'kempt.xml'))).toBe(true);
    expect(readFileSync(path.join(cwd, 'lists/a.md'), 'utf8')).toContain(
      '- [Ten](https://ten.example) - The',
    );
  });

  it('is told where it cannot be', async () => {
    const { root: cwd } = await repository({ 'README.md': list });
    for (const [inputs, message] of [
      [{ command: 'tidy' }, 'there is no command tidy'],
      [{ fix: 'yes' }, 'expected true or false'],
      [{ 'fail-on': 'sometimes' }, '--fail-on is sometimes'],
      [{ format: 'sarif' }, 'has no file to go to'],
      [{ config: 'nowhere.json' }, 'nowhere.json'],
    ] as const) {
      const { code, stdout } = await step(cwd, inputs);
      expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining(message) });
      expect(annotationsIn(stdout)).toHaveLength(1);
    }
  });

  it('reads a configuration in TypeScript that imports kempt, installed nowhere', async () => {
    const { root: cwd } = await repository({
      'README.md': changed,
      'kempt.config.ts':
        "import { defineConfig } from 'kempt';\nexport default defineConfig({ rules: { 'entry-separator': 'error' as const } });\n",
    });
    expect((await step(cwd, {})).outputs).toMatchObject({ errors: '1' });
  });
});

describe('the comment on a pull request', () => {
  const comment = { comment: 'true' };

  async function commented(fork = false) {
    const pull = await pullRequest({ before: { 'README.md': list }, after: { 'README.md': changed }, fork });
    const github = await githubPages();
    return { ...pull, github, env: { ...pull.env, GITHUB_API_URL: github.url } };
  }

  it('is made once, then kept up, and says so when all is mended', async () => {
    const { root: cwd, env, github } = await commented();
    github.comments.push(...Array.from({ length: 130 }, (_, index) => foreign(index, 'Nice kites!')));
    const first = await step(cwd, comment, env);
    expect(github.changes).toEqual(['POST /repos/flyers/kites/issues/7/comments']);
    expect(first.outputs.comment).toBe(github.comments.at(-1)!.html_url);
    const again = await step(cwd, comment, env);
    expect(again.outputs.comment).toBe(first.outputs.comment);
    expect(github.changes).toHaveLength(1);
    writeFileSync(path.join(cwd, 'README.md'), `${list}${entry('Ten')}\n`);
    expect((await step(cwd, comment, env)).code).toBe(0);
    expect(github.changes[1]).toMatch(/^PATCH /);
    expect(github.comments.at(-1)!.body).toContain('nothing to mend');
    expect(github.comments).toHaveLength(131);
  });

  it('is not made where there is nothing to say', async () => {
    const { root: cwd, env, github } = await commented();
    writeFileSync(path.join(cwd, 'README.md'), `${list}${entry('Ten')}\n`);
    expect((await step(cwd, comment, env)).code).toBe(0);
    expect(github.changes).toEqual([]);
  });

  it('leaves comments of strangers alone that carry its marker, and is one where two runs made two', async () => {
    const { root: cwd, env, github } = await commented();
    await step(cwd, comment, env);
    const own = github.comments.pop()!;
    github.comments.push({ ...foreign(1, own.body) }, own, { ...own, id: 999 });
    await step(cwd, comment, env);
    expect(github.comments.map(({ id }) => id)).toEqual([1, own.id]);
    expect(github.changes).toEqual([
      'POST /repos/flyers/kites/issues/7/comments',
      'DELETE /repos/flyers/kites/issues/comments/999',
    ]);
  });

  it('says which permission is missing, and fails for it', async () => {
    const { root: cwd, env, github } = await commented();
    github.refusals.push({ status: 403 });
    const { code, stdout } = await step(cwd, comment, env);
    expect(code).toBe(2);
    expect(annotationsIn(stdout).at(-1)).toContain('`permissions: pull-requests: write`');
  });

  it('does not fail the pull request of a fork for the token that it gets', async () => {
    const { root: cwd, env, github } = await commented(true);
    writeFileSync(path.join(cwd, 'README.md'), `${list}${entry('Ten')}\n`);
    github.refusals.push({ status: 403 });
    const { code, stdout } = await step(cwd, comment, env);
    expect(code).toBe(0);
    expect(annotationsIn(stdout).at(-1)).toMatch(/^::notice .*docs\/action.md/);
  });

  it('does not fail for what GitHub cannot do today', async () => {
    const { root: cwd, env, github } = await commented();
    writeFileSync(path.join(cwd, 'README.md'), `${list}${entry('Ten')}\n`);
    github.refusals.push({ status: 403, headers: { 'x-ratelimit-remaining': '0' } }, { status: 502 });
    expect((await step(cwd, comment, env)).code).toBe(0);
    expect(github.refusals).toEqual([]);
    const down = await step(cwd, comment, { ...env, GITHUB_API_URL: 'http://127.0.0.1:9' });
    expect(down.code).toBe(0);
    expect(annotationsIn(down.stdout).at(-1)).toContain('GitHub cannot be asked');
  });

  it('is made by a later run for a fork, of the JSON report and nothing else that came with it', async () => {
    const { root: cwd, env, head, github } = await commented(true);
    const files = await folder();
    const report = path.join(files, 'report.json');
    await step(cwd, { format: `json=${report}` }, env);
    const written = JSON.parse(readFileSync(report, 'utf8'));
    written.files[0].messages[0].reason = 'Hello @everyone <img src=x> [here](https://evil.example)';
    writeFileSync(report, JSON.stringify(written));
    const event = {
      workflow_run: {
        head_sha: head,
        head_branch: 'mine',
        head_repository: { full_name: 'stranger/kites', owner: { login: 'stranger' } },
      },
      repository: { full_name: 'flyers/kites' },
    };
    writeFileSync(path.join(files, 'event.json'), JSON.stringify(event));
    github.pulls.push(
      { number: 6, head: { sha: '1'.repeat(40), label: 'stranger:mine' } },
      { number: 7, head: { sha: head, label: 'stranger:mine' } },
    );
    const after = {
      GITHUB_EVENT_NAME: 'workflow_run',
      GITHUB_EVENT_PATH: path.join(files, 'event.json'),
      GITHUB_API_URL: github.url,
    };
    const { code } = await step(files, { command: 'comment', 'comment-report': 'report.json' }, after);
    expect({ code, changes: github.changes }).toEqual({
      code: 0,
      changes: ['POST /repos/flyers/kites/issues/7/comments'],
    });
    const [{ body } = { body: '' }] = github.comments;
    expect(body).toContain('line 13');
    expect(body.replace(/`[^`]*`/g, '')).not.toMatch(/@everyone|<img|evil\.example/);
  });
});

describe('the issue', () => {
  const issue = { issue: 'true', 'fail-on': 'warning' };

  async function listed() {
    const made = await repository({ 'README.md': changed });
    const github = await githubPages();
    return { cwd: made.root, github, env: { GITHUB_API_URL: github.url } };
  }

  it('is opened, kept, closed when all is well, and opened again', async () => {
    const { cwd, env, github } = await listed();
    const opened = await step(cwd, issue, env);
    expect(opened.outputs).toMatchObject({ issue: '1', 'exit-code': '1' });
    expect(github.issues).toMatchObject([
      { title: 'kempt: what this list needs', state: 'open', labels: ['kempt'] },
    ]);
    await step(cwd, issue, env);
    expect(github.changes).toEqual(['POST /repos/flyers/kites/issues']);
    writeFileSync(path.join(cwd, 'README.md'), list);
    expect((await step(cwd, issue, env)).code).toBe(0);
    expect(github.issues).toMatchObject([{ state: 'closed', state_reason: 'completed' }]);
    writeFileSync(path.join(cwd, 'README.md'), changed);
    await step(cwd, issue, env);
    expect(github.issues).toMatchObject([{ state: 'open', state_reason: 'reopened' }]);
    expect(github.issues[0]!.body).toContain('entry-separator');
  });

  it('is for errors where the job is never to fail', async () => {
    const { cwd, env, github } = await listed();
    const green = { ...issue, 'fail-on': 'never' };
    expect((await step(cwd, green, env)).code).toBe(0);
    expect(github.issues).toEqual([]);
    writeFileSync(path.join(cwd, 'README.md'), list.replace('[Six](https', '[Six] (https'));
    expect((await step(cwd, green, env)).code).toBe(0);
    expect(github.issues).toMatchObject([{ state: 'open' }]);
    writeFileSync(path.join(cwd, 'README.md'), changed);
    await step(cwd, green, env);
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
  });

  it('is found without its label, and left alone where somebody decided that it is not planned', async () => {
    const { cwd, env, github } = await listed();
    await step(cwd, issue, env);
    github.issues[0]!.labels = [];
    await step(cwd, issue, env);
    expect(github.issues).toHaveLength(1);
    Object.assign(github.issues[0]!, { labels: ['kempt'], state: 'closed', state_reason: 'not_planned' });
    const { stdout } = await step(cwd, issue, env);
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
    expect(stdout).toContain('was closed as not planned');
  });

  it('keeps what is ticked, and is cut at a row where it is too long', async () => {
    const { cwd, env, github } = await listed();
    // Addresses that nobody need be asked about.
    const entries = (count: number) =>
      Array.from({ length: count }, (_, index) => `- [D${index}](http://d${index}.example:port/) - Nothing.`);
    const listOf = (count: number) => `# Awesome Things\n\n## All\n\n${entries(count).join('\n')}\n`;
    writeFileSync(path.join(cwd, 'README.md'), listOf(900));
    const links = { ...issue, command: 'links' };
    await step(cwd, links, env);
    const [made] = github.issues;
    expect(made!.body.length).toBeLessThanOrEqual(65_536 + made!.body.split('\r').length);
    expect(made!.body).toContain('for which there is no room here');
    made!.body = made!.body.replace('- [ ]', '- [x]');
    await step(cwd, links, env);
    expect(github.changes).toEqual(['POST /repos/flyers/kites/issues']);
    writeFileSync(path.join(cwd, 'README.md'), listOf(2));
    await step(cwd, links, env);
    expect(made!.body.match(/- \[x\]/g)).toHaveLength(1);
    expect(made!.body.match(/- \[ \]/g)).toHaveLength(1);
  });

  it('is not for a pull request', async () => {
    const pull = await pullRequest({ before: { 'README.md': list }, after: { 'README.md': changed } });
    const github = await githubPages();
    const { stdout } = await step(pull.root, issue, { ...pull.env, GITHUB_API_URL: github.url });
    expect(github.issues).toEqual([]);
    expect(stdout).toContain('An issue is for the whole list');
  });
});

function foreign(id: number, body: string): GitHubPages['comments'][number] {
  return {
    id,
    number: id,
    body,
    html_url: '',
    user: { type: 'User' },
    author_association: 'CONTRIBUTOR',
  };
}
