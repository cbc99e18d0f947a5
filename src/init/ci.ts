import { homepage, version } from '../project.ts';
import type { Wanted } from './plan.ts';
import type { Survey } from './survey.ts';

/** Workflows of GitHub: one for pull requests, one for the weekly audit. */
export function* githubWorkflows({ lists }: Survey): Generator<Wanted> {
  yield {
    path: '.github/workflows/kempt.yml',
    why: 'checks what a pull request changes, and nothing else of the list',
    text: pullRequestWorkflow(lists.map(({ path }) => path)),
  };
}
function pullRequestWorkflow(_: string[]) {
  return homepage + version;
}
export function gitlabJobs(_: Survey): Wanted {
  return { path: '.gitlab-ci.yml', why: '', text: '' };
}
