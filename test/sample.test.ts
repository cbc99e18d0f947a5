import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionSpecs } from '../src/cli/option-specs.ts';
import type { JsonReport } from '../src/report/json.ts';
import { sampleArguments, withoutNetwork } from '../src/tools/demo.ts';
import { root } from '../src/tools/root.ts';
import { type Site, serveSite } from '../src/tools/site.ts';

let site: Site;
let report: JsonReport;
let code: number;

beforeAll(async () => {
  site = await serveSite();
  const args = [`${root}dist/cli.cjs`, ...sampleArguments(site), '--format', 'json'];
  const options = { cwd: root, env: withoutNetwork(process.env) };
  const stdout = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, options, (error, output) => {
      code = error ? Number(error.code) : 0;
      resolve(output);
    });
  });
  report = JSON.parse(stdout);
});

afterAll(() => site.close());

describe('the built command on the sample list', () => {
  it('finds which links are alive, moved, dead, walled and down', () => {
    const verdicts = report.links.map(({ url, verdict }) => [url, verdict]).sort();
    expect(verdicts.filter(([, verdict]) => verdict !== 'ok')).toEqual([
      ['http://club.example/', 'moved'],
      ['http://forum.example/', 'blocked'],
      ['http://gauge.example/live', 'unreachable'],
      ['http://sails.example/ripstop', 'dead'],
    ]);
    expect(verdicts).toHaveLength(12);
  });

  it('finds the faults that were put into it, and nothing else', () => {
    const found = report.files[0]!.messages.map(({ rule, line }) => `${line} ${rule}`);
    expect(found.filter((each) => !each.includes(' link-'))).toEqual([
      '9 contents',
      '20 mojibake',
      '21 entry-separator',
      '22 duplicate-link',
      '35 description-punctuation',
    ]);
    expect(code).toBe(1);
  });
});

describe('the pages of the repository', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/report.md'];

  it.each(pages)('%s names only options that exist', (page) => {
    const text = readFileSync(root + page, 'utf8');
    const options = [...text.matchAll(/(?<![\w<!-])--([a-z][a-z-]+)/g)].map(([, name]) => name!);
    expect(options.filter((name) => !Object.hasOwn(optionSpecs, name))).toEqual([]);
  });

  it.each(pages)('%s links only to files that exist', (page) => {
    const text = readFileSync(root + page, 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target!);
    const missing = targets.filter((target) => !existsSync(new URL(target, `file://${root}${page}`)));
    expect(missing).toEqual([]);
  });
});
