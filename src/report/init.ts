import picocolors from 'picocolors';
import { unifiedDiff } from '../fix/diff.ts';
import type { Plan, Step } from '../init/plan.ts';
import type { Survey } from '../init/survey.ts';
import { wrap } from './columns.ts';
import { count } from './summary.ts';

/** A new file of more lines than this, such as a baseline, is not for reading. */
const mostLines = 80;

const forges = { github: 'GitHub', gitlab: 'GitLab' } as const;

/** What was found in a repository. Plain text at any width. */
export function surveyText({ lists, script, forge, hooks, configuration, others }: Survey): string {
  const rows = [
    ...lists.map(({ path, entries, sections }) => [
      'list',
      `${path}: ${entries === 1 ? '1 entry' : `${entries} entries`} in ${count(sections, 'section')}${script ? `, ${script} script` : ''}`,
    ]),
    ['forge', forge ? forges[forge] : 'none that is known here'],
    ['hooks', hooks ?? 'none yet'],
    ['settings', configuration ?? 'none yet'],
    ...others.map(({ tool, file }) => ['beside it', `${file}: \`kempt init --from ${tool}\` takes it over`]),
  ];
  return rows.map(([name, what]) => `  ${name!.padEnd(10)} ${what}\n`).join('');
}

/** What would be written, as a diff, and what is left to a person. */
export function planText(
  { steps, byHand, kept }: Plan,
  { colour, width }: { colour: boolean; width: number },
): string {
  const paint = picocolors.createColors(colour);
  const widest = Math.max(0, ...steps.map(({ path }) => path.length));
  const parts = [
    kept.map((path) => `  ${paint.dim(`as it is  ${path}`)}\n`).join(''),
    steps
      .map(
        ({ path, why, before }) =>
          `  ${before === undefined ? 'new' : 'more'}  ${paint.bold(path.padEnd(widest))}  ${paint.dim(why)}\n`,
      )
      .join(''),
    ...steps
      .filter(isForReading)
      .map(({ path, before = '', after }) => unifiedDiff(before, after, { path, colour })),
    ...byHand.map(({ path, why, text }) =>
      [
        ...wrap(`${path} is there already, so kempt leaves it to you. It ${why} with:`, width),
        '',
        ...text
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`.trimEnd()),
        '',
      ].join('\n'),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function isForReading({ before, after }: Step): boolean {
  return before !== undefined || after.split('\n').length <= mostLines;
}
