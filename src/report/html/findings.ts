import type { VFileMessage } from 'vfile-message';
import { type Severity, severities, severityOf } from '../../message.ts';
import { linkable } from '../escape.ts';
import { detailsOf, inSourceOrder, ruleOf } from '../finding.ts';
import { correctedLines } from '../replacement.ts';
import type { FileReport, Report } from '../report.ts';
import { verdictWords } from '../verdict-words.ts';
import { type Markup, markup } from './markup.ts';
import { type Column, optionsOf, view } from './view.ts';

const columns: readonly Column[] = [
  { label: 'Severity', className: 'verdict' },
  { label: 'Finding', className: 'subject' },
  { label: 'Rule', className: 'answer' },
  { label: 'Where', className: 'where' },
];

const labels: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Info' };

/** Every finding but those that the links tell already, each opening to what is known of it. */
export function findingsView({ files, verdicts }: Report): Markup | undefined {
  const told = new Set(
    verdicts.filter(({ verdict }) => verdictWords[verdict].tone !== 'good').map(({ url }) => url),
  );
  const found = files.flatMap((file) =>
    inSourceOrder(file.messages)
      .filter(({ link }) => link === undefined || !told.has(link))
      .map((message) => ({ file, message })),
  );
  if (found.length === 0) return undefined;
  const facets = [
    { name: 'severity', label: 'Severity', options: severityOptions(found.map(({ message }) => message)) },
    { name: 'rule', label: 'Rule', options: optionsOf(found.map(({ message }) => ruleOf(message))) },
    { name: 'file', label: 'File', options: optionsOf(found.map(({ file }) => file.path)) },
  ];
  const rows = found.map(({ file, message }, index) => findingRow(file, message, index));
  const title = verdicts.length > 0 ? 'Other findings' : 'Findings';
  return view({ id: 'findings', title, noun: 'findings' }, facets, columns, rows);
}

function severityOptions(messages: readonly VFileMessage[]) {
  return optionsOf(messages.map(severityOf))
    .map((option) => ({ ...option, label: labels[option.value as Severity] }))
    .sort((a, b) => rankOf(a.value as Severity) - rankOf(b.value as Severity));
}

/** 0 for an error. */
function rankOf(severity: Severity): number {
  return severities.length - 1 - severities.indexOf(severity);
}

function findingRow(file: FileReport, message: VFileMessage, index: number): Markup {
  const severity = severityOf(message);
  const { line, column } = message;
  const rule = ruleOf(message);
  return markup`<tr data-severity="${severity}" data-rule="${rule}" data-file="${file.path}">
<td class="verdict" data-key="${rankOf(severity)}"><span class="badge severity-${severity}">${labels[severity]}</span></td>
<td class="subject"><details><summary><span dir="auto">${message.reason}</span></summary>${more(file, message)}</details></td>
<td class="answer">${rule}</td>
<td class="where" data-key="${index}">${file.path}${line ? `:${line}:${column ?? 1}` : ''}</td>
</tr>
`;
}

function more({ source }: FileReport, message: VFileMessage): Markup {
  const { fix, actual, expected = [], url } = message;
  const lines = fix && correctedLines(source, fix);
  const href = linkable(url ?? '');
  return markup`<div class="evidence">
${detailsOf(message).map((detail) => markup`<p dir="auto">${detail}</p>`)}
${actual ? markup`<p>Found <code dir="auto">${actual}</code>${expected.length > 0 ? markup`, expected ${expected.map((one, index) => markup`${index > 0 ? ' or ' : ''}<code dir="auto">${one}</code>`)}` : undefined}</p>` : undefined}
${lines && lines.length > 0 ? markup`<p>Should read:</p><pre dir="auto">${lines.map((text, index) => markup`${index > 0 ? markup`\n` : undefined}${text}`)}</pre>` : undefined}
${href === undefined ? undefined : markup`<p class="facts"><a href="${href}" rel="noreferrer noopener">About this rule</a></p>`}
</div>`;
}
