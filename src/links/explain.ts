import type { Attempt, Hop, Verdict } from './types.ts';

/**
 * The whole evidence of one verdict as a timeline: attempts, hops, the headers that matter, what each attempt came
 * to by which row of the policy. Plain text; what hosts sent is made printable, its meaning is for whoever prints it.
 */
export function explain(verdict: Verdict): string {
  const { url, verdict: name, reason, note, also, target, repository, fromCache, evidence } = verdict;
  const facts: [string, string | undefined][] = [
    ['verdict', name + (also.length > 0 ? ` (also ${also.join(', ')})` : '')],
    ['because', reason],
    ['note', note],
    ['ends at', target],
    ['repository', repository && repositoryLine(repository)],
    ['asked by', evidence.via],
    ['remembered', fromCache ? 'yes: it was not asked in this run' : undefined],
  ];
  const head = facts.flatMap(([label, value]) => (value ? [`  ${label.padEnd(10)}  ${value}`] : []));
  const attempts = evidence.attempts.flatMap((attempt, index) => ['', ...attemptLines(attempt, index + 1)]);
  const nothing = evidence.attempts.length === 0 ? ['', '  Nothing was asked over the network.'] : [];
  return [printable(url), ...head.map(printable), ...attempts.map(printable), ...nothing, ''].join('\n');
}

function repositoryLine({ name, archived, disabled, pushedAt }: NonNullable<Verdict['repository']>): string {
  const marks = [archived && 'archived', disabled && 'disabled', pushedAt && `last push ${pushedAt}`];
  return [name, ...marks.filter(Boolean)].join(', ');
}

function attemptLines(attempt: Attempt, number: number): string[] {
  const { method, pass, manner, protocol, durationMs, hops, retried = [], code, detail, outcome } = attempt;
  const how = [
    `pass ${pass}`,
    manner === 'browser' ? 'headers of a browser' : undefined,
    protocol === 'h2' ? 'HTTP/2 offered' : undefined,
    `${durationMs} ms`,
  ];
  return [
    `  Attempt ${number}: ${method}, ${how.filter(Boolean).join(', ')}`,
    ...retried.map((hop) => `    ${hopLine(hop)}; asked again after ${hop.waitMs} ms`),
    ...hops.flatMap((hop) => [`    ${hopLine(hop)}`, ...headerLines(hop)]),
    ...(code === undefined ? [] : [`    fault ${code}${detail ? `: ${detail}` : ''}`]),
    ...pageLines(attempt),
    ...(outcome ? [`    ⇒ ${outcome.says} by the row “${outcome.row}”: ${outcome.reason}`] : []),
  ];
}

function hopLine({ url, status, address, durationMs, code }: Hop & { code?: string }): string {
  const said = status === undefined ? (code ?? 'no answer') : String(status);
  return `${said}  ${url}${address ? `  (${address})` : ''}  ${durationMs} ms`;
}

/** Headers that tell little and fill the screen. */
const dull = /^(date|age|content-length|set-cookie|x-request-id|x-cache|via)$/;

function headerLines({ headers }: Hop): string[] {
  return Object.entries(headers)
    .filter(([name]) => !dull.test(name))
    .map(([name, value]) => `         ${name}: ${value.slice(0, 200)}`);
}

function pageLines({ page, anchors = {}, siblingAlike }: Attempt): string[] {
  const lines: string[] = [];
  if (page?.title) lines.push(`    title “${page.title}”`);
  if (page?.heading) lines.push(`    heading “${page.heading}”`);
  if (page)
    lines.push(`    page: ids ${page.ids}, scripts ${page.scripts}${page.cut ? '; read in part' : ''}`);
  for (const [fragment, { state, why, nearest }] of Object.entries(anchors)) {
    const more = why ?? (nearest === undefined ? undefined : `nearest #${nearest}`);
    lines.push(`    #${fragment} is ${state}${more ? ` (${more})` : ''}`);
  }
  if (siblingAlike !== undefined) {
    lines.push(`    a made-up address beside it is answered ${siblingAlike ? 'alike' : 'differently'}`);
  }
  return lines;
}

/** One line, without control characters and without marks that turn the direction of writing. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '�');
}
