import type { PastRun } from '../../audit/audit.ts';
import { verdictNames } from '../../links/types.ts';
import type { Report } from '../report.ts';
import { baselineLine, count, findingsLine } from '../summary.ts';
import { verdictWords } from '../verdict-words.ts';
import { bar, historyChart } from './charts.ts';
import { asked, healthOf, percentFine } from './health.ts';
import { type Markup, markup } from './markup.ts';

/** How it stands, before anything else. */
export function summarySection(report: Report, history: readonly PastRun[]): Markup {
  const { fixable } = report.summary;
  const said = [
    findingsLine(report),
    fixable > 0 ? `${count(fixable, 'finding')} with a safe fix` : undefined,
    baselineLine(report),
  ];
  return markup`<section aria-labelledby="summary-title" class="summary">
<h2 id="summary-title" class="unseen">Summary</h2>
${faultBox(report)}
${linkHealth(report)}
<p class="counts">${said.filter((part) => part !== undefined).join('; ')}.</p>
${history.length > 1 ? historyChart(history) : undefined}
</section>`;
}

function linkHealth({ summary: { links } }: Report): Markup | undefined {
  const health = healthOf(links);
  const all = asked(health);
  if (all + health.none === 0) return undefined;
  const lead = all === 1 ? 'of the one link leads somewhere' : `of ${all} links lead somewhere`;
  const legend = [...verdictNames.slice(1), verdictNames[0]]
    .filter((verdict) => links[verdict])
    .map((verdict) => {
      const { label, means, tone } = verdictWords[verdict];
      return markup`<div><dt><span class="dot dot-${tone}" aria-hidden="true"></span>${label}</dt><dd><b>${links[verdict]}</b> <span>${means}</span></dd></div>`;
    });
  return markup`<div class="health">
<p class="share"><strong>${all === 0 ? '–' : `${percentFine(health)} %`}</strong> <span>${all === 0 ? 'no link was asked' : lead}</span></p>
<div class="parts">${bar(health, 'large')}<dl class="legend">${legend}</dl></div>
</div>`;
}

function faultBox({ faults, interrupted }: Report): Markup | undefined {
  if (faults.length === 0 && !interrupted) return undefined;
  const items = faults.map(
    ({ what, where, hint }) =>
      markup`<li dir="auto">${where === undefined ? '' : `${where}: `}${what}${hint === undefined ? '' : markup`<br>${hint}`}</li>`,
  );
  return markup`<div class="faults"><p><strong>${interrupted ? 'Stopped before the end; this is what was known by then.' : 'Part of the work could not be done.'}</strong></p>${items.length > 0 ? markup`<ul>${items}</ul>` : undefined}</div>`;
}
