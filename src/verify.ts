import type { Settings } from './config/settings.ts';
import type { Document } from './document.ts';
import type { LinkFinding } from './links/findings.ts';
import type { LinkUse, Verdict } from './links/types.ts';
import { setSeverity } from './message.ts';
import { docsUrl } from './project.ts';

type Checked = Document & { settings: Settings };

/** What a file is called in a report. */
export function pathOf({ file }: Pick<Document, 'file'>): string {
  return file.path?.replaceAll('\\', '/') ?? '<stdin>';
}

/** Every address of the documents that is asked for over the network; relative ones and fragments are not. */
export function* linkUses(documents: readonly Document[]): Generator<LinkUse> {
  for (const document of documents) {
    const path = pathOf(document);
    for (const { url, place } of document.list.links) {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url.trim())) yield { url, place: { path, position: place } };
    }
  }
}

/** Turns verdicts into messages of the files that the links stand in: one for each file and finding, with all its places. */
export function addFindings(
  documents: readonly Checked[],
  verdicts: readonly Verdict[],
  findingsOf: (verdict: Verdict) => LinkFinding[],
): void {
  const byPath = new Map(documents.map((document) => [pathOf(document), document]));
  for (const verdict of verdicts) {
    for (const finding of findingsOf(verdict)) {
      for (const path of new Set(verdict.places.map((place) => place.path))) {
        const document = byPath.get(path);
        if (document) addFinding(document, path, verdict, finding);
      }
    }
  }
}

function addFinding({ file, settings }: Checked, path: string, verdict: Verdict, finding: LinkFinding): void {
  const severity = settings.linkSeverity.get(finding.rule) ?? finding.severity;
  if (severity === 'off') return;
  const places = verdict.places.filter((place) => place.path === path).map(({ position }) => position);
  const message = file.message(finding.reason, { place: places[0], ruleId: finding.rule, source: 'kempt' });
  setSeverity(message, severity);
  message.url = docsUrl(finding.rule);
  message.note = finding.note;
  message.link = verdict.url;
  message.places = places;
  message.actual = verdict.url;
  if (finding.expected) message.expected = finding.expected;
}
