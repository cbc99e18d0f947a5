import type { Adopted } from '../adopt/tool.ts';
import type { Config } from '../config/config.ts';
import { count } from '../report/summary.ts';
import { githubWorkflows, gitlabJobs } from './ci.ts';
import { configuration } from './configuration.ts';
import { hook } from './hook.ts';
import type { Files, Survey } from './survey.ts';

/** A file to write. */
export interface Step {
  path: string;
  /** What it is for, as the end of a line. */
  why: string;
  /** What stands there now. */
  before: string | undefined;
  after: string;
}

/** What a person has to put in, because kempt does not write into a file it has not made. */
export interface ByHand {
  path: string;
  why: string;
  text: string;
}

/** What `kempt init` would do. */
export interface Plan {
  steps: Step[];
  byHand: ByHand[];
  /** Files that are as they should be. */
  kept: string[];
}

/** What is known beside the survey. */
export interface Wishes {
  adopted: Adopted | undefined;
  /** Settings of rules that bind the list to its own style. */
  pinned: NonNullable<Config['rules']>;
  /** Today's findings as a baseline file; undefined where there are none. */
  baseline: { path: string; text: string; findings: number } | undefined;
}

/** Everything that is missing. A file that is there is never written over: what it lacks is left to a person. */
export async function plan(survey: Survey, wishes: Wishes, files: Files): Promise<Plan> {
  const made: Plan = { steps: [], byHand: [], kept: [] };
  for (const { path, why, text, grown, done = speaksOfKempt } of wanted(survey, wishes)) {
    const before = await files.text(path);
    const after = before === undefined ? text : grown?.(before);
    if (before !== undefined && done(before, path)) made.kept.push(path);
    else if (after === undefined) made.byHand.push({ path, why, text });
    else made.steps.push({ path, why, before, after });
  }
  return made;
}

/** A file that should be there. */
export interface Wanted {
  path: string;
  why: string;
  /** What it holds where there is none yet; what to put in by hand where there is one that cannot grow. */
  text: string;
  /** The file that is there with what it lacks; undefined where a program had better not. */
  grown?: (before: string) => string | undefined;
  /** Whether the file that is there does already what it should. */
  done?: (before: string, path: string) => boolean;
}

function* wanted(survey: Survey, wishes: Wishes): Generator<Wanted> {
  yield configuration(survey, wishes);
  if (survey.forge === 'github') yield* githubWorkflows(survey);
  if (survey.forge === 'gitlab') yield gitlabJobs(survey);
  yield hook(survey);
  if (wishes.baseline) {
    const { path, text, findings } = wishes.baseline;
    yield {
      path,
      why: `${count(findings, 'finding')} of today, which later runs leave out`,
      text,
    };
  }
}

/** Files of kempt's own are kempt's by their name, others by what they say. */
function speaksOfKempt(text: string, path: string): boolean {
  return path.includes('kempt') || /\bkempt\b/.test(text);
}
