import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { runAction } from '../../src/action/run-action.ts';
import { folder } from './folder.ts';

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
}

/** Where and when a workflow runs. */
export interface Surroundings {
  /** A checkout of the repository, as `actions/checkout` leaves it. */
  checkout: string;
  now: Date;
  env?: Record<string, string>;
  /** Inputs of the action beside those that the workflow gives. */
  inputs?: Record<string, string>;
}

/** What a workflow came to: the action's exit code, annotations by line, and the job's summary. */
export interface WorkflowRun {
  code: number;
  annotations: { level: string; line: number | undefined; text: string }[];
  summary: string;
}

/** Runs a workflow's one job in a checkout, step by step, as a runner of GitHub's does. */
export async function runWorkflow(
  file: string,
  { checkout, now, env = {}, inputs = {} }: Surroundings,
): Promise<WorkflowRun> {
  const workflow = parse(await readFile(path.join(checkout, file), 'utf8')) as {
    jobs: Record<string, { steps: Step[] }>;
  };
  const [{ steps }] = Object.values(workflow.jobs) as [{ steps: Step[] }];
  const temp = await folder({ output: '', summary: '' });
  const surroundings = {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: checkout,
    GITHUB_OUTPUT: path.join(temp, 'output'),
    GITHUB_STEP_SUMMARY: path.join(temp, 'summary'),
    RUNNER_TEMP: temp,
    ...env,
  };
  let code = 0;
  let stdout = '';
  for (const step of steps) {
    if (code !== 0 && step.if !== 'always()') continue;
    if (step.run !== undefined) await bash(step.run, checkout, surroundings);
    if (!step.uses?.startsWith('kempt/')) continue;
    const given = Object.entries({ token: 'secret', ...step.with, ...inputs });
    code = await runAction({
      cwd: checkout,
      env: {
        ...surroundings,
        ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)])),
      },
      stdin: (async function* () {})(),
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stdout += text) },
      signal: new AbortController().signal,
      now,
    });
  }
  return {
    code,
    annotations: annotationsIn(stdout),
    summary: await readFile(path.join(temp, 'summary'), 'utf8'),
  };
}

function annotationsIn(stdout: string): WorkflowRun['annotations'] {
  return [...stdout.matchAll(/^::(error|warning|notice) ([^:]*(?:%3A[^:]*)*)::(.*)$/gm)].map(
    ([, level, about, text]) => {
      const line = /(?:^|,)line=(\d+)/.exec(about!)?.[1];
      return { level: level!, line: line === undefined ? undefined : Number(line), text: text! };
    },
  );
}

async function bash(script: string, cwd: string, env: Record<string, string>): Promise<void> {
  const child = spawn('bash', ['-e', '-c', script], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${code}: ${script}\n${stderr}`);
}
