import type { Position } from 'unist';
import type { VFileMessage } from 'vfile-message';
import { narrow, placesOf } from '../places.ts';
import { type Baseline, exact, type Findings, newFindings } from '../suppress/baseline.ts';
import type { FileChange } from './changes.ts';

/**
 * The findings that a change is to blame for: those on the lines it added or altered, and those it causes
 * elsewhere, which were not there before (an anchor that leads nowhere now, a second entry of one address).
 * A finding with several places is narrowed to those on the change's lines, where there are any.
 */
export function blamed(findings: Findings, change: FileChange, before: Baseline): VFileMessage[] {
  const fresh = new Set(newFindings(findings, before, exact));
  return findings.messages.filter((message) => {
    const places = placesOf(message);
    const onChange = places.filter((place) => touches(change, place));
    if (onChange.length === 0) return fresh.has(message);
    if (message.places && onChange.length < places.length) narrow(message, onChange);
    return true;
  });
}

/** Whether a stretch of the text lies on a line that was added or altered. */
export function touches({ lines }: FileChange, { start, end }: Position): boolean {
  if (lines === 'all') return true;
  for (let line = start.line; line <= end.line; line++) if (lines.has(line)) return true;
  return false;
}
