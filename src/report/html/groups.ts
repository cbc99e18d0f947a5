import { bar, healthWords } from './charts.ts';
import { asked, type Group, type Health, noHealth, tones } from './health.ts';
import { type Markup, markup } from './markup.ts';

/** Groups that are shown one by one: those with something to see, and a few in any case. */
const mostShown = 20;
const leastShown = 5;

/** A table of groups with their health, those with the most trouble first; the rest in one row. */
export function groupSection(id: string, title: string, head: string, groups: readonly Group[]): Markup {
  const troubled = groups.filter(({ health }) => health.bad + health.doubt + health.note > 0).length;
  const size = Math.min(mostShown, Math.max(leastShown, troubled));
  const shown = groups.slice(0, size).map(({ name, health }) => groupRow(name, health));
  const rest = groups.slice(size);
  const more =
    rest.length > 0 ? groupRow(`${rest.length} more`, sum(rest.map(({ health }) => health))) : undefined;
  return markup`<section aria-labelledby="${id}-title" class="groups">
<h2 id="${id}-title">${title}</h2>
<table class="plain"><thead><tr><th scope="col">${head}</th><th scope="col" class="number">Links</th><th scope="col">Health</th></tr></thead>
<tbody>${shown}${more}</tbody></table>
</section>`;
}

function groupRow(name: string, health: Health): Markup {
  return markup`<tr><th scope="row" dir="auto">${name}</th><td class="number">${asked(health) + health.none}</td><td>${bar(health, 'small')}<span class="words">${healthWords(health)}</span></td></tr>`;
}

function sum(healths: readonly Health[]): Health {
  const total = noHealth();
  for (const health of healths) for (const tone of tones) total[tone] += health[tone];
  return total;
}
