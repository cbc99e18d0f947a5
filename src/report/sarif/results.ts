import type { VFileMessage } from 'vfile-message';
import { type Edit, type Fix, severityOf } from '../../message.ts';
import { Source } from '../../source.ts';
import { forTerminal } from '../escape.ts';
import { detailsOf, inSourceOrder, rangeOf, ruleOf } from '../finding.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import type { FileReport } from '../report.ts';
import { levels } from './rules.ts';
import type { SarifFix, SarifLocation, SarifMessage, SarifRegion, SarifResult } from './types.ts';
import { uriOf } from './uri.ts';

/** The findings of one file as results. */
export function resultsOf(file: FileReport, indexOf: ReadonlyMap<string, number>): SarifResult[] {
  const source = new Source(file.source);
  const fingerprints = fingerprintsOf(file);
  const uri = uriOf(file.path);
  return inSourceOrder(file.messages).map((message) => {
    const region = rangeOf(message);
    const related = relatedLocations(message, uri);
    const fix = message.fix && fixOf(message.fix, source, uri);
    return {
      ruleId: ruleOf(message),
      ruleIndex: indexOf.get(ruleOf(message))!,
      level: levels[severityOf(message)],
      message: toMessage([message.reason, ...detailsOf(message)].join('\n')),
      locations: [locationOf(uri, region && regionOf(region))],
      ...(related.length > 0 && { relatedLocations: related }),
      // GitHub knows a result by this name, and makes one from the bare line where it is missing.
      partialFingerprints: { primaryLocationLineHash: fingerprints.get(message)! },
      ...(fix && { fixes: [fix] }),
      ...(message.link !== undefined && { properties: { link: message.link } }),
    };
  });
}

/** Text as SARIF shows it: `[a](b)` would be a link and `{0}` a placeholder. */
export function toMessage(text: string): SarifMessage {
  const lines = text.split('\n').map(forTerminal).join('\n');
  return { text: lines.replaceAll('](', '\\](').replace(/\{(\d+)\}/g, '{{$1}}') };
}

function locationOf(uri: string, region: SarifRegion | undefined): SarifLocation {
  return { physicalLocation: { artifactLocation: { uri }, ...(region && { region }) } };
}

function relatedLocations({ places = [] }: VFileMessage, uri: string): SarifLocation[] {
  return places.slice(1).map(({ start, end }, index) => ({
    id: index + 1,
    ...locationOf(
      uri,
      regionOf({
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
      }),
    ),
    message: { text: 'Here too' },
  }));
}

function regionOf({
  line,
  column,
  endLine,
  endColumn,
}: NonNullable<ReturnType<typeof rangeOf>>): SarifRegion {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine && { endLine }),
    ...(endColumn && { endColumn }),
  };
}

function fixOf({ kind, edits }: Fix, source: Source, uri: string): SarifFix | undefined {
  if (edits.length === 0) return undefined;
  const what = kind === 'safe' ? 'Safe: the meaning cannot change' : 'Suggested: wants a look';
  return {
    description: { text: what },
    artifactChanges: [
      { artifactLocation: { uri }, replacements: edits.map((edit) => replacementOf(edit, source)) },
    ],
  };
}

function replacementOf({ start, end, text }: Edit, source: Source) {
  const { start: from, end: to } = source.place(start, end);
  return {
    deletedRegion: {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
    },
    insertedContent: { text },
  };
}
