import { readFileSync } from 'node:fs';
import { otherTools } from '../adopt/tools.ts';
import { loadCatalogue, type RuleInfo, ruleInfos } from '../catalogue.ts';
import { faults } from '../links/faults.ts';
import { statuses } from '../links/statuses.ts';
import { rulePage, table } from '../report/rule-page.ts';
import { configJsonSchema } from './config-schema.ts';
import { between, settle } from './generated.ts';
import { root } from './root.ts';

const command = 'npm run docs';
const origin = `<!-- Written by \`${command}\` from what the rules tell of themselves. -->\n\n`;

const rules = ruleInfos(await loadCatalogue());
const own = rules.filter(({ source }) => source === 'kempt');

/** The table of everything that can be configured by an id. */
function overview(): string {
  const ofLists = own.filter(({ category }) => category !== 'network');
  const ofLinks = own.filter(({ category }) => category === 'network');
  const bundled = rules.filter(({ source }) => source !== 'kempt');
  return [
    '# Rules',
    'Severities by preset: `house`, the default, goes by the list’s own habits; `awesome` by the demands of\nsindresorhus/awesome; `minimal` says only what is certainly broken.',
    tableOf(ofLists),
    '## From the link check',
    'Found on the network, and only where links are checked.',
    tableOf(ofLinks),
    '## From remark-lint',
    'Rules of the official remark-lint plugins, run as they are. Each keeps its own id and is configured by it.',
    tableOf(bundled),
  ].join('\n\n');
}

function tableOf(some: readonly RuleInfo[]): string {
  const rows = some.map(({ id, source, summary, severity, fix }) => [
    source === 'kempt' ? `[${id}](rules/${id}.md)` : `\`${source}:${id}\``,
    summary,
    severity.house,
    severity.awesome,
    severity.minimal,
    fix,
  ]);
  return table(['rule', 'what holds', 'house', 'awesome', 'minimal', 'fix'], rows);
}

/** The page on coming from another tool, its tables made anew from what `kempt init --from` knows. */
function migrating(): string {
  return otherTools
    .filter(({ name }) => name !== 'awesome-lint')
    .reduce(
      (page, { name, options }) =>
        between(
          page,
          name,
          table(
            [name, 'kempt'],
            options.map(({ theirs, ours }) => [`\`${theirs}\``, ours]),
          ),
        ),
      readFileSync(`${root}docs/migrating.md`, 'utf8'),
    );
}

/** The page on verdicts, with the policy's own tables in it. */
function verdicts(): string {
  const ofStatuses = statuses.map(({ row, status, says, note = '' }) => [
    status[2] === 'range' ? `${status[0]} to ${status[1]}` : status.join(', '),
    row,
    says,
    note,
  ]);
  const ofFaults = faults.map(({ row, reason, says, note = '' }) => [row, reason, says, note]);
  const page = between(
    readFileSync(`${root}docs/verdicts.md`, 'utf8'),
    'statuses',
    table(['status', 'row', 'says', 'note'], ofStatuses),
  );
  return between(page, 'faults', table(['row', 'what happened', 'says', 'note'], ofFaults));
}

const pages = new Map([
  ['docs/verdicts.md', verdicts()],
  ['docs/migrating.md', migrating()],
  ['docs/rules.md', `${origin}${overview()}\n`],
  ['schema/config.schema.json', configJsonSchema(rules)],
  ...own.map((rule) => [`docs/rules/${rule.id}.md`, origin + rulePage(rule)] as const),
]);
settle(pages, command, 'docs/rules');
