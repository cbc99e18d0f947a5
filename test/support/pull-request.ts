import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder } from './folder.ts';
import { type Repository, repository } from './repository.ts';

export interface PullRequest extends Repository {
  /** What a runner of GitHub's sets for a workflow on this pull request. */
  env: Record<string, string>;
  /** The commit before, and the one that is to be merged. */
  base: string;
  head: string;
}

interface Change {
  before: Record<string, string>;
  after: Record<string, string>;
  fork?: boolean;
}

/** A repository with a pull request checked out as GitHub checks it out: the merge of its branch into `main`. */
export async function pullRequest({ before, after, fork = false }: Change): Promise<PullRequest> {
  const made = await repository(before);
  const { root, run, commit } = made;
  const base = run('rev-parse', 'HEAD').trim();
  run('checkout', '-q', '-b', 'mine');
  for (const [name, content] of Object.entries(after)) writeFileSync(path.join(root, name), content);
  commit('change the list');
  const head = run('rev-parse', 'HEAD').trim();
  run('checkout', '-q', '--detach', 'main');
  run('merge', '-q', '--no-ff', '-m', 'merge', 'mine');
  const event = {
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, ref: 'mine', repo: { full_name: fork ? 'stranger/kites' : 'flyers/kites' } },
      base: { sha: base, ref: 'main', repo: { full_name: 'flyers/kites' } },
    },
    repository: { full_name: 'flyers/kites' },
  };
  const events = await folder({ 'event.json': JSON.stringify(event) });
  return {
    ...made,
    base,
    head,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: path.join(events, 'event.json'),
      GITHUB_BASE_REF: 'main',
      GITHUB_SHA: run('rev-parse', 'HEAD').trim(),
      GITHUB_REPOSITORY: 'flyers/kites',
      GITHUB_WORKSPACE: root,
    },
  };
}
