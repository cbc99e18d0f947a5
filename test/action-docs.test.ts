import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const metadata = parse(read('action.yml'));

interface Workflow {
  on: unknown;
  permissions: Record<string, string>;
  jobs: Record<string, { steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] }>;
}

const blocks = [...read('docs/action.md').matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);
const workflows = blocks
  .filter((text) => text.startsWith('# .github/'))
  .map((text) => ({ name: text.split('\n')[0]!, workflow: parse(text) as Workflow }));

describe('the workflows in the docs', () => {
  it('are there, and whole', () => {
    expect(workflows.length).toBeGreaterThan(4);
    for (const { workflow } of workflows) {
      expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs']);
    }
  });

  for (const { name, workflow } of workflows) {
    it(`say to the action what it understands, and give it what it needs: ${name}`, () => {
      const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
      const [step] = steps.filter(({ uses }) => uses?.startsWith('kempt/kempt@'));
      const said = step!.with ?? {};
      for (const input of Object.keys(said)) expect(metadata.inputs).toHaveProperty(input);
      const { permissions } = workflow;
      if (said.comment === true || said.command === 'comment')
        expect(permissions).toHaveProperty('pull-requests', 'write');
      else expect(permissions).not.toHaveProperty('pull-requests');
      expect(permissions.issues).toBe(said.issue === true ? 'write' : undefined);
      const uploads = steps.some(({ uses }) => uses?.includes('upload-sarif'));
      expect(permissions['security-events']).toBe(uploads ? 'write' : undefined);
      const pushes = steps.some(({ run }) => run?.includes('git push'));
      if (permissions.contents) expect(permissions.contents).toBe(pushes ? 'write' : 'read');
    });
  }

  it('never run on pull_request_target', () => {
    expect(JSON.stringify(workflows.map(({ workflow }) => workflow.on))).not.toContain('pull_request_target');
  });
});
