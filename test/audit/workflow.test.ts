import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folder } from '../support/folder.ts';
import { repository } from '../support/repository.ts';
import { snippetsIn } from '../support/snippets.ts';
import { listOf, web } from './web.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Workflow {
  jobs: { audit: { env: Record<string, string>; steps: { name?: string; run?: string }[] } };
}

/** GitHub's command line as far as the workflow needs it: one issue and one pull request, kept in files. */
const gh = `#!/bin/sh
echo "$1 $2" >> "$GH_STATE/log"
for last; do :; done
case "$1 $2" in
  'issue list') cat "$GH_STATE/issue" 2>/dev/null || true ;;
  'issue view') cat "$GH_STATE/body.md" ;;
  'issue create') echo 7 > "$GH_STATE/issue"; cp "$last" "$GH_STATE/body.md" ;;
  'issue edit') cp "$last" "$GH_STATE/body.md" ;;
  'issue close') rm "$GH_STATE/issue" ;;
  'pr list') cat "$GH_STATE/pull" 2>/dev/null || true ;;
  'pr create') echo 8 > "$GH_STATE/pull"; cp "$last" "$GH_STATE/pull.md" ;;
  'pr edit') cp "$last" "$GH_STATE/pull.md" ;;
esac
`;

const npx = `#!/bin/sh
shift 2
exec '${process.execPath}' '${root}node_modules/tsx/dist/cli.mjs' '${root}src/cli.ts' "$@" --allow-private --now "$NOW"
`;

/** Runs the documented workflow week by week on a repository with a bare remote. */
async function scheduled(list: string) {
  const page = await readFile(`${root}docs/audit.md`, 'utf8');
  const snippet = snippetsIn(page).find(({ lang }) => lang === 'yaml')!;
  const { env, steps } = (parse(snippet.text) as Workflow).jobs.audit;
  const bin = await folder({ gh, npx });
  for (const name of ['gh', 'npx']) await chmod(path.join(bin, name), 0o755);
  const state = await folder();
  const remote = await folder();
  const seed = await repository({ 'README.md': list });
  seed.run('clone', '-q', '--bare', seed.root, remote);
  const inState = (name: string) => readFile(path.join(state, name), 'utf8').catch(() => undefined);
  return {
    remote: (...args: string[]) => seed.run('-C', remote, ...args).trim(),
    inState,
    write: (name: string, text: string) => writeFile(path.join(state, name), text),
    async run(week: number): Promise<string[]> {
      await writeFile(path.join(state, 'log'), '');
      const [checkout, temp] = [await folder(), await folder()];
      seed.run('clone', '-q', remote, checkout);
      const surroundings = {
        ...env,
        PATH: `${bin}:${path.dirname(process.execPath)}:${process.env.PATH}`,
        HOME: temp,
        RUNNER_TEMP: temp,
        GH_STATE: state,
        GITHUB_TOKEN: '',
        NOW: new Date(Date.UTC(2026, 0, 5 + 7 * week, 5, 17)).toISOString(),
      };
      await mkdir(temp, { recursive: true });
      for (const { run } of steps) if (run !== undefined) await bash(run, checkout, surroundings);
      const log = (await inState('log')) ?? '';
      return log.split('\n').filter((line) => /create|edit|close/.test(line) && !line.startsWith('label'));
    },
  };
}

/** As a runner of GitHub's does. */
async function bash(script: string, cwd: string, env: Record<string, string>): Promise<void> {
  const child = spawn('bash', ['-e', '-c', script], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${code}: ${script}\n${stderr}`);
}

describe('the workflow in the documentation', () => {
  it('keeps the history, the issue and the pull request over the weeks', { timeout: 120_000 }, async () => {
    const { url, answers } = await web({ '/slash': '/slash/' });
    const list = listOf(`${url}/slash`, `${url}/thing`, `${url}/other`, url);
    const { run, inState, write, remote } = await scheduled(list);

    // A redirect is mended, and nothing else is the matter.
    expect(await run(0)).toEqual(['pr create']);
    expect(await inState('pull.md')).toContain('### Redirects followed (1)');
    expect(remote('show', 'kempt-fixes:README.md')).toContain(`${url}/slash/`);
    expect(remote('diff', '--stat', 'main', 'kempt-fixes')).toContain(
      '1 file changed, 1 insertion(+), 1 deletion(-)',
    );

    // Failing once is no error, so there is no issue yet.
    answers['/thing'] = 404;
    expect(await run(1)).toEqual(['pr edit']);
    expect(await run(2)).toEqual(['issue create', 'pr edit']);
    expect(await inState('body.md')).toMatch(/### Still dead \(1\).*- \[ \].*\/thing`/s);

    // The pull request is merged, and somebody ticks the box.
    remote('update-ref', 'refs/heads/main', 'kempt-fixes');
    await write('body.md', (await inState('body.md'))!.replace('- [ ]', '- [x]'));
    answers['/other'] = 404;
    expect(await run(3)).toEqual(['issue edit']);
    expect(await inState('body.md')).toMatch(/- \[ \].*\/other`.*- \[x\].*\/thing`/s);

    answers['/thing'] = 200;
    answers['/other'] = 200;
    expect(await run(4)).toEqual(['issue close']);
    expect(remote('rev-list', '--count', 'kempt-history')).toBe('5');
    expect(remote('show', 'kempt-history:history.jsonl').match(/"run:/g)).toHaveLength(5);
  });
});
