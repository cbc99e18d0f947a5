import type { VFileMessage } from 'vfile-message';
import { type Verdict, verdictNames } from '../../links/types.ts';
import { severityOf } from '../../message.ts';
import { isAudit } from '../audit/groups.ts';
import { linkable } from '../escape.ts';
import { ruleOf } from '../finding.ts';
import type { Report } from '../report.ts';
import { verdictWords } from '../verdict-words.ts';
import { pastLine } from './audit.ts';
import { evidence } from './evidence.ts';
import { type Markup, markup } from './markup.ts';
import { type Column, type Facet, optionsOf, view } from './view.ts';

const columns: readonly Column[] = [
  { label: 'Verdict', className: 'verdict' },
  { label: 'Address', className: 'subject' },
  { label: 'Answer', className: 'answer' },
  { label: 'Where', className: 'where' },
];

/** Every address with its verdict, the gravest first, each opening to its evidence. */
export function linksView(report: Report): Markup | undefined {
  if (report.verdicts.length === 0) return undefined;
  const rank = new Map(verdictNames.map((name, index) => [name, index === 0 ? verdictNames.length : index]));
  const about = findingsByUrl(report);
  const sorted = report.verdicts
    .map((verdict, index) => ({ verdict, index }))
    .sort((a, b) => rank.get(a.verdict.verdict)! - rank.get(b.verdict.verdict)!);
  const past = (url: string) => (isAudit(report) ? pastLine(report, url) : undefined);
  const rows = sorted.map(({ verdict, index }) => {
    const order = { rank: rank.get(verdict.verdict)!, index };
    return linkRow(verdict, order, about.get(verdict.url) ?? [], past(verdict.url));
  });
  return view({ id: 'links', title: 'Links', noun: 'links' }, facetsOf(report), columns, rows);
}

/** Where something wants a look, what is fine stays out of sight until it is asked for. */
function facetsOf({ summary: { links }, verdicts }: Report): Facet[] {
  const quiet = (tone: string) => tone === 'good' || tone === 'none';
  const wanted = verdictNames.some((name) => links[name] && !quiet(verdictWords[name].tone));
  const options = [...verdictNames.slice(1), verdictNames[0]]
    .filter((name) => links[name])
    .map((name) => {
      const { label, tone } = verdictWords[name];
      return { value: name, label, count: links[name]!, checked: !(wanted && quiet(tone)) };
    });
  return [
    { name: 'verdict', label: 'Verdict', options },
    { name: 'file', label: 'File', options: optionsOf(verdicts.flatMap(filesOf)) },
  ];
}

function findingsByUrl({ files }: Report): Map<string, VFileMessage[]> {
  const byUrl = new Map<string, VFileMessage[]>();
  for (const message of files.flatMap(({ messages }) => messages)) {
    if (message.link === undefined) continue;
    const known = byUrl.get(message.link);
    if (known) known.push(message);
    else byUrl.set(message.link, [message]);
  }
  return byUrl;
}

function linkRow(
  verdict: Verdict,
  order: { rank: number; index: number },
  about: VFileMessage[],
  past: Markup | undefined,
): Markup {
  const { label, tone } = verdictWords[verdict.verdict];
  const answer = verdict.status ?? verdict.code ?? '';
  return markup`<tr data-verdict="${verdict.verdict}" data-file="${filesOf(verdict).join('//')}">
<td class="verdict" data-key="${order.rank}"><span class="badge badge-${tone}">${label}</span></td>
<td class="subject"><details><summary><code dir="auto">${verdict.url}</code><span class="reason" dir="auto">${verdict.reason}</span></summary>${about.map(findingLine)}${past}${evidence(verdict)}</details></td>
<td class="answer">${answer}</td>
<td class="where" data-key="${order.index}">${placeText(verdict)}</td>
</tr>
`;
}

function findingLine(message: VFileMessage): Markup {
  const href = linkable(message.url ?? '');
  const rule = ruleOf(message);
  return markup`<p class="finding"><span class="severity severity-${severityOf(message)}">${severityOf(message)}</span> ${href === undefined ? rule : markup`<a href="${href}" rel="noreferrer noopener">${rule}</a>`}</p>`;
}

/** All lists that have the link. Rows hold them parted by `//`, which no path in a report has. */
function filesOf({ places }: Verdict): string[] {
  return [...new Set(places.map(({ path }) => path))];
}

function placeText({ places }: Verdict): string {
  const [first] = places;
  if (!first) return '';
  const more = places.length > 1 ? ` and ${places.length - 1} more` : '';
  return `${first.path}:${first.position.start.line}${more}`;
}
