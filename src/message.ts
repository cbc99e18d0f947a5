import type { Position } from 'unist';
import type { VFileMessage } from 'vfile-message';

/** How much a finding matters. On a `VFileMessage` it is `fatal`: true, false, or null for info. */
export type Severity = 'error' | 'warning' | 'info';

/** Severities from the mildest to the gravest. */
export const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** One replacement in the source. Offsets are UTF-16 code units into the text without BOM; `end` is exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What an edit may change. The fix engine parses the result and refuses a fix that touches more than it declares. */
export type Touches =
  /** link targets; an address that stands in the text for itself is one */
  | 'links'
  /** letters and digits: without it, the words of each block stay the same, their case and the blanks between them too */
  | 'text'
  /** entries that go, come or change places, and blocks that become blocks of another kind */
  | 'order'
  /** blanks, punctuation, markup: what every fix may change */
  | 'layout';

/** A repair as data. `safe` cannot change the meaning; `suggested` wants a person's look. */
export interface Fix {
  kind: 'safe' | 'suggested';
  touches: readonly Touches[];
  edits: Edit[];
}

/**
 * What rules and the link checker add to a `VFileMessage`: whoever handles messages
 * (severity, comments, reporters, fixes) works on all of them without knowing where they came from.
 */
declare module 'vfile-message' {
  interface VFileMessage {
    /** The repair, where there is one. */
    fix?: Fix | undefined;
    /** For a finding about a link: its address as the list writes it. */
    link?: string | undefined;
    /** All places of a finding that has several; `place` is the first of them. */
    places?: Position[] | undefined;
  }
}

/** The severity that a message carries. */
export function severityOf(message: VFileMessage): Severity {
  if (message.fatal) return 'error';
  return message.fatal === false ? 'warning' : 'info';
}

/** Stamps a severity on a message. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : null;
}

/** Whether `severity` is at or over `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}
