import { touches } from './changes/blame.ts';
import type { FileChange } from './changes/changes.ts';
import type { Settings } from './config/settings.ts';
import { type Document, sourceOf } from './document.ts';
import { addressFix, isSafeMove } from './fix/address-fix.ts';
import { expectedAt } from './fix/expected.ts';
import type { LinkFinding } from './links/findings.ts';
import type { LinkUse, Verdict } from './links/types.ts';
import type { Link } from './list/types.ts';
import { setSeverity } from './message.ts';
import { docsUrl } from './project.ts';

/** A document, what applies to it and, where only a change is judged, what the change did. */
export type Checked = Document & { settings: Settings; change?: FileChange | undefined };

/** When a line, by its number, came into a list; undefined where that is not known. */
export type LineDates = (line: number) => Date | undefined;

/** What a file is called in a report. */
export function pathOf({ file }: Pick<Document, 'file'>): string {
  return file.path?.replaceAll('\\', '/') ?? '<stdin>';
}

/** Whether an address is asked for over the network; relative ones and fragments are not. */
export function isAsked(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url.trim());
}

/** As much of a document as says what to ask for. */
export interface Linking extends Pick<Checked, 'file' | 'settings' | 'change'> {
  links: readonly Pick<Link, 'url' | 'place'>[];
}

/** Every address that is asked for. Where only a change is judged, those on its lines. */
export function* linkUses({ file, change, links }: Linking, dateOf?: LineDates): Generator<LinkUse> {
  const path = pathOf({ file });
  for (const { url, place } of links) {
    if (!isAsked(url)) continue;
    if (change && !touches(change, place)) continue;
    const added = dateOf?.(place.start.line);
    yield { url, place: { path, position: place }, ...(added && { added }) };
  }
}

/** Turns verdicts into messages of the files that the links stand in: one for each file and finding, with all its places. */
export function addFindings(
  documents: readonly Checked[],
  verdicts: readonly Verdict[],
  findingsOf: (verdict: Verdict, document: Checked) => LinkFinding[],
): void {
  const byPath = new Map(documents.map((document) => [pathOf(document), placed(document)]));
  for (const verdict of verdicts) {
    for (const path of new Set(verdict.places.map((place) => place.path))) {
      const document = byPath.get(path);
      if (!document) continue;
      for (const finding of findingsOf(verdict, document)) addFinding(document, path, verdict, finding);
    }
  }
}

/** A document whose links can be found by where they begin: only some findings ask for that. */
type Placed = Checked & {
  linksAt: () => ReadonlyMap<number | undefined, Link>;
  /** Addresses that a rule has found fault with. */
  faulty: () => ReadonlySet<string | undefined>;
};

function placed(document: Checked): Placed {
  let links: ReadonlyMap<number | undefined, Link> | undefined;
  let faulty: ReadonlySet<string | undefined> | undefined;
  return {
    ...document,
    linksAt() {
      links ??= new Map(document.list.links.map((link) => [link.place.start.offset, link]));
      return links;
    },
    faulty() {
      const { messages } = document.file;
      faulty ??= new Set(messages.filter((one) => one.ruleId === 'link-syntax').map(({ link }) => link));
      return faulty;
    },
  };
}

function addFinding(
  { file, settings, linksAt, faulty }: Placed,
  path: string,
  verdict: Verdict,
  finding: LinkFinding,
): void {
  const configured = settings.linkSeverity.get(finding.rule) ?? finding.severity;
  if (configured === 'off') return;
  // What is wrong with how an address is written is the business of the rule, where that runs.
  if (finding.rule === 'link-invalid' && faulty().has(finding.link)) return;
  const severity = finding.isOld ? 'info' : configured;
  const places = verdict.places.filter((place) => place.path === path).map(({ position }) => position);
  const message = file.message(finding.reason, { place: places[0], ruleId: finding.rule, source: 'kempt' });
  setSeverity(message, severity);
  message.url = docsUrl(finding.rule);
  message.note = finding.note;
  message.link = verdict.url;
  message.places = places;
  message.actual = verdict.url;
  const address = finding.expected?.[0];
  if (address === undefined) return;
  const links = places.flatMap(({ start }) => linksAt().get(start.offset) ?? []);
  message.fix = addressFix(links, address, isSafeMove(verdict.url, address) ? 'safe' : 'suggested');
  message.expected =
    message.fix && expectedAt(message.place, message.fix, { text: sourceOf(file), several: true });
}
