import type { PastRun } from '../audit/audit.ts';
import { name, version } from '../project.ts';
import { isAudit } from './audit/groups.ts';
import { acknowledgedSection, newsSection, rollUpSection } from './html/audit.ts';
import { findingsView } from './html/findings.ts';
import { groupSection } from './html/groups.ts';
import { groupsOf, hostOf } from './html/health.ts';
import { linksView } from './html/links.ts';
import { type Markup, markup } from './html/markup.ts';
import { page } from './html/page.ts';
import { sectionFinder } from './html/sections.ts';
import { summarySection } from './html/summary.ts';
import type { Report } from './report.ts';

export interface HtmlOptions {
  /** Earlier runs and this one, the oldest first. Default those that an audit knows. */
  history?: readonly PastRun[];
}

/** One self-contained page: how it stands, and every link and finding with its evidence. */
export function htmlReport(report: Report, { history = report.audit?.runs ?? [] }: HtmlOptions = {}): string {
  const lists = [...new Set(report.files.map(({ path, list = path }) => list))];
  const title = lists.length === 1 ? lists[0]! : `${lists.length} lists`;
  const body = markup`<header><p class="tool">${name} ${version}</p><h1 dir="auto">${title}</h1></header>
<main>
${summarySection(report, history)}
${isAudit(report) ? newsSection(report) : undefined}
${isAudit(report) ? rollUpSection(report) : undefined}
${linksView(report)}
${isAudit(report) ? acknowledgedSection(report) : undefined}
${findingsView(report)}
<div class="columns">
${sectionGroups(report)}
${hostGroups(report)}
${isAudit(report) ? undefined : fileGroups(report)}
</div>
</main>`;
  return page(`${title} · ${name}`, body);
}

function hostGroups({ verdicts }: Report): Markup | undefined {
  const groups = groupsOf(verdicts, ({ url }) => [hostOf(url)]);
  return groups.length > 1 ? groupSection('hosts', 'By host', 'Host', groups) : undefined;
}

function fileGroups({ verdicts }: Report): Markup | undefined {
  const groups = groupsOf(verdicts, ({ places }) => places.map(({ path }) => path));
  return groups.length > 1 ? groupSection('files', 'By file', 'File', groups) : undefined;
}

function sectionGroups({ files, verdicts }: Report): Markup | undefined {
  const known = files.filter(({ sections }) => sections !== undefined);
  const byPath = new Map(known.map(({ path, sections = [] }) => [path, sectionFinder(sections)]));
  const several = files.length > 1;
  const groups = groupsOf(verdicts, ({ places }) =>
    places.flatMap(({ path, position }) => {
      const find = byPath.get(path);
      if (!find) return [];
      const section = find(position.start.line) || 'before the first heading';
      return [several ? `${path}: ${section}` : section];
    }),
  );
  return groups.length > 1 ? groupSection('sections', 'By section', 'Section', groups) : undefined;
}

/** The page as a reporter. */
export function html(report: Report): string {
  return htmlReport(report);
}
