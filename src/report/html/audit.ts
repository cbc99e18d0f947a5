import {
  type AuditItem,
  type AuditReport,
  auditGroups,
  type GroupName,
  groupWords,
  pastSentence,
} from '../audit/groups.ts';
import { percent, rollUp } from '../audit/roll-up.ts';
import { verdictWords } from '../verdict-words.ts';
import { bar, healthWords } from './charts.ts';
import { address } from './evidence.ts';
import { asked } from './health.ts';
import { type Markup, markup } from './markup.ts';

/** News that are shown one by one; the table of links has all. */
const mostNews = 50;
/** What is news where it was not so in the run before. */
const news: readonly GroupName[] = ['newly-dead', 'failing', 'blocked', 'recovered', 'archived'];

/** What has changed since the run before; nothing where there was none. */
export function newsSection(report: AuditReport): Markup | undefined {
  const { runs } = report.audit;
  const before = runs.at(-2);
  if (!before) return undefined;
  const rows = auditGroups(report)
    .filter(({ name }) => news.includes(name))
    .flatMap(({ name, items }) =>
      items.filter((item) => isNews(item, name, runs.at(-1)!.at)).map((item) => ({ item, name })),
    );
  const title = markup`<h2 id="news-title">Since the run of ${before.at.slice(0, 10)}</h2>`;
  if (rows.length === 0)
    return markup`<section aria-labelledby="news-title">${title}<p>Nothing has died, recovered or been shut off.</p></section>`;
  const more = rows.length - mostNews;
  return markup`<section aria-labelledby="news-title" class="news">
${title}
<table class="plain"><thead><tr><th scope="col">What</th><th scope="col">Address</th><th scope="col">How long</th></tr></thead>
<tbody>${rows.slice(0, mostNews).map(({ item, name }) => newsRow(item, name))}</tbody></table>
${more > 0 ? markup`<p class="counts">and ${more} more</p>` : undefined}
</section>`;
}

function isNews({ change }: AuditItem, group: GroupName, now: string): boolean {
  return group === 'archived' ? change?.archivedSince === now : change?.isNew === true;
}

function newsRow({ verdict, change }: AuditItem, group: GroupName): Markup {
  const tone = group === 'archived' ? 'doubt' : verdictWords[verdict.verdict].tone;
  const word = group === 'archived' ? 'Archived' : groupWords[group].title;
  return markup`<tr><td><span class="badge badge-${tone}">${word}</span></td><td>${address(verdict.url)}<span class="reason" dir="auto">${verdict.reason}</span></td><td>${pastSentence(change, group)}</td></tr>`;
}

/** Several lists, the most rotten first; nothing for one. */
export function rollUpSection(report: AuditReport): Markup | undefined {
  const lists = rollUp(report);
  if (lists.length < 2) return undefined;
  const rows = lists.map(
    ({ list, health, rot }) =>
      markup`<tr><th scope="row" dir="auto">${list}</th><td class="number">${percent(rot)}</td><td class="number">${asked(health)}</td><td>${bar(health, 'small')}<span class="words">${healthWords(health)}</span></td></tr>`,
  );
  return markup`<section aria-labelledby="lists-title" class="groups">
<h2 id="lists-title">Lists, by how much of them is gone</h2>
<table class="plain"><thead><tr><th scope="col">List</th><th scope="col" class="number">Rot</th><th scope="col" class="number">Links</th><th scope="col">Health</th></tr></thead>
<tbody>${rows}</tbody></table>
</section>`;
}

/** Troubles that are known and waited for. */
export function acknowledgedSection({ audit: { acknowledged } }: AuditReport): Markup | undefined {
  if (acknowledged.length === 0) return undefined;
  const rows = acknowledged.map(
    ({ link, reason, expires }) =>
      markup`<tr><td>${address(link)}</td><td dir="auto">${reason}</td><td>${expires}</td></tr>`,
  );
  return markup`<section aria-labelledby="acknowledged-title">
<h2 id="acknowledged-title">Acknowledged</h2>
<table class="plain"><thead><tr><th scope="col">Address</th><th scope="col">Why</th><th scope="col">Until</th></tr></thead>
<tbody>${rows}</tbody></table>
</section>`;
}

/** The sentence on a link's past for its evidence. */
export function pastLine(report: AuditReport, url: string): Markup | undefined {
  const change = report.audit.links.get(url);
  const group = change && (change.change as GroupName);
  if (!change || !group || !(group in groupWords)) return undefined;
  const words = pastSentence(change, group);
  return words === undefined ? undefined : markup`<p class="finding">${words}</p>`;
}
