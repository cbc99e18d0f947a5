import { createHash } from 'node:crypto';
import { homepage, version } from '../project.ts';
import { shellWord } from '../text/shell-word.ts';
import type { Wanted } from './plan.ts';
import type { Survey } from './survey.ts';

const action = `${new URL(homepage).pathname.slice(1)}@v${version}`;

/** Workflows of GitHub: one for pull requests, one for the weekly audit. */
export function* githubWorkflows({ lists }: Survey): Generator<Wanted> {
  const paths = lists.map(({ path }) => path);
  yield {
    path: '.github/workflows/kempt.yml',
    why: 'checks what a pull request changes, and nothing else',
    text: pullRequests(paths),
  };
  yield {
    path: '.github/workflows/kempt-audit.yml',
    why: 'asks all links every week, and keeps one issue',
    text: audit(paths, hourOf(lists.map(({ source }) => source))),
  };
}

function pullRequests(paths: readonly string[]): string {
  const inputs = filesInput(paths);
  return `# Checks what a pull request changes: what it is not to blame for is at most a note.
name: kempt
on: pull_request
permissions:
  contents: read
jobs:
  kempt:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 2
          persist-credentials: false
      - uses: ${action}
${inputs.length > 0 ? `        with:\n${inputs.join('\n')}\n` : ''}`;
}

function audit(paths: readonly string[], hour: string): string {
  return `# Asks all links every week. What they have been through is kept on a branch of its own, and one issue
# says what needs a person: a link is only reported as an error once it has failed for long.
name: kempt audit
on:
  schedule:
    - cron: "${hour}"
  workflow_dispatch:
permissions:
  contents: write
  issues: write
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - name: Bring the history of earlier runs
        run: |
          mkdir -p .kempt
          if git fetch --depth=1 origin kempt-history; then
            git show FETCH_HEAD:history.jsonl > .kempt/history.jsonl
          fi
      - uses: ${action}
        with:
${[...filesInput(paths), '          command: audit', '          issue: "true"'].join('\n')}
      - name: Keep the history
        if: always()
        run: |
          blob=$(git hash-object -w .kempt/history.jsonl)
          tree=$(printf '100644 blob %s\\thistory.jsonl\\n' "$blob" | git mktree)
          export GIT_AUTHOR_NAME=kempt GIT_AUTHOR_EMAIL=kempt@users.noreply.github.com
          export GIT_COMMITTER_NAME=kempt GIT_COMMITTER_EMAIL=kempt@users.noreply.github.com
          commit=$(git commit-tree "$tree" -m "Keep what the links have been through")
          git push --force origin "$commit:refs/heads/kempt-history"
`;
}

/** The lists as an input of the action; the readme goes without saying. */
function filesInput(paths: readonly string[]): string[] {
  if (paths.length === 1 && /^readme\.md$/i.test(paths[0]!)) return [];
  return ['          files: |', ...paths.map((one) => `            ${one}`)];
}

/** Monday at an hour of the list's own, so that not all lists ask the same hosts at once. */
function hourOf(sources: readonly string[]): string {
  const [minute, hour] = createHash('sha256').update(sources.join('\n')).digest();
  return `${minute! % 60} ${hour! % 24} * * 1`;
}

/** Jobs of GitLab: one for merge requests, one for a schedule. */
export function gitlabJobs({ lists }: Survey): Wanted {
  const named = lists.map(({ path }) => ` ${shellWord(path)}`).join('');
  return {
    path: '.gitlab-ci.yml',
    why: 'checks merge requests, and all links by schedule',
    text: `kempt:
  image: node:24
  variables:
    GIT_DEPTH: 0
  script: npx --yes kempt@${version} --format pretty --format gitlab=gl-code-quality-report.json${named}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"

kempt audit:
  image: node:24
  script: npx --yes kempt@${version} audit --format pretty --format html=kempt.html${named}
  cache:
    key: kempt
    paths: [.kempt]
  artifacts:
    when: always
    paths: [kempt.html]
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
`,
  };
}
