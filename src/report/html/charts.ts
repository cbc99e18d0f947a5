import type { PastRun } from '../../audit/audit.ts';
import { asked, type Health, healthOf, percentFine, tones, toneWords } from './health.ts';
import { type Markup, markup } from './markup.ts';

/** Health in words: `3 gone, 2 in doubt, 95 fine`. */
export function healthWords(health: Health): string {
  const parts = tones.filter((tone) => health[tone] > 0).map((tone) => `${health[tone]} ${toneWords[tone]}`);
  return parts.join(', ') || 'no links';
}

const width = 1000;
/** So that one link in a thousand is seen. */
const narrowest = 8;

/** Health as one bar. */
export function bar(health: Health, size: 'large' | 'small'): Markup {
  const present = tones.filter((tone) => health[tone] > 0);
  const total = present.reduce((sum, tone) => sum + health[tone], 0);
  const free = width - present.length * narrowest;
  let x = 0;
  const stretches = present.map((tone) => {
    const wide = narrowest + (free * health[tone]) / total;
    const rect = markup`<rect class="fill-${tone}" x="${x.toFixed(1)}" y="0" width="${wide.toFixed(1)}" height="20"><title>${health[tone]} ${toneWords[tone]}</title></rect>`;
    x += wide;
    return rect;
  });
  return markup`<svg class="bar ${size}" viewBox="0 0 ${width} 20" preserveAspectRatio="none" role="img" aria-label="${healthWords(health)}">${stretches}</svg>`;
}

const columnsShown = 60;
const chart = { height: 140, width: 720, narrowest: 22, widest: 60 };

/**
 * What was not fine over the runs, a column each, the oldest first. The numbers stand beneath as a table.
 */
export function historyChart(runs: readonly PastRun[]): Markup {
  const shown = runs.slice(-columnsShown).map((run) => ({ ...run, health: healthOf(run.links) }));
  // A few runs get wide columns, many narrow ones.
  const step = Math.min(chart.widest, Math.max(chart.narrowest, Math.floor(chart.width / shown.length)));
  const column = Math.round(step * 0.75);
  const highest = Math.max(1, ...shown.map(({ health }) => health.bad + health.doubt + health.note));
  const columns = shown.map(({ at, health }, index) => {
    let y = chart.height;
    const stretches = (['bad', 'doubt', 'note'] as const).map((tone) => {
      const high = (health[tone] / highest) * chart.height;
      y -= high;
      return high === 0
        ? undefined
        : markup`<rect class="fill-${tone}" x="${index * step}" y="${y.toFixed(1)}" width="${column}" height="${high.toFixed(1)}"/>`;
    });
    return markup`<g>${stretches}<title>${day(at)}: ${healthWords(health)}</title></g>`;
  });
  const wide = shown.length * step;
  const label = `Links that were not fine, by run, from ${day(shown[0]!.at)} to ${day(shown.at(-1)!.at)}; at most ${highest}`;
  const key = (['bad', 'doubt', 'note'] as const).map(
    (tone) => markup`<li><span class="dot dot-${tone}" aria-hidden="true"></span>${toneWords[tone]}</li>`,
  );
  return markup`<figure class="history">
<figcaption>Links that were not fine, by run</figcaption>
<div class="plot"><span>${highest}</span><svg width="${wide}" height="${chart.height + 1}" viewBox="0 0 ${wide} ${chart.height + 1}" preserveAspectRatio="none" role="img" aria-label="${label}"><line class="ground" x1="0" x2="${wide}" y1="${chart.height + 0.5}" y2="${chart.height + 0.5}"/>${columns}</svg>
<p class="dates"><span>${day(shown[0]!.at)}</span><span>${day(shown.at(-1)!.at)}</span></p></div>
<ul class="key">${key}</ul>
<details><summary>The numbers</summary>${historyTable(shown)}</details>
</figure>`;
}

function historyTable(runs: readonly (PastRun & { health: Health })[]): Markup {
  const rows = runs.map(
    ({ at, health }) =>
      markup`<tr><th scope="row">${day(at)}</th><td>${asked(health)}</td><td>${health.bad}</td><td>${health.doubt}</td><td>${health.note}</td><td>${percentFine(health)} %</td></tr>`,
  );
  return markup`<table class="plain"><thead><tr><th scope="col">Run</th><th scope="col">Links</th><th scope="col">Gone</th><th scope="col">In doubt</th><th scope="col">Moved</th><th scope="col">Lead somewhere</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function day(at: string): string {
  return at.slice(0, 10);
}
