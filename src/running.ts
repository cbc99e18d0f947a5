import type { VFile } from 'vfile';
import type { FileChange } from './changes/changes.ts';
import type { Settings } from './config/settings.ts';
import type { Document } from './document.ts';
import type { OtherList } from './duplicates/other-lists.ts';
import type { Gather } from './facts/gather.ts';
import type { FixOptions } from './fix/fix-document.ts';
import type { History } from './links/store/history.ts';
import type { CheckerOptions, Progress } from './links/types.ts';
import type { List } from './list/types.ts';
import type { Trees } from './parse/parse-tree.ts';
import type { Fault } from './report/report.ts';
import type { Baseline } from './suppress/baseline.ts';
import type { Checked, LineDates } from './verify.ts';

/** What a run works on and with. Files and settings are gathered before; the run itself reads nothing. */
export interface RunInput {
  inputs: {
    file: VFile;
    settings: Settings;
    change?: FileChange | undefined;
    /** The list that it is part of, where that was fetched. */
    fetched?: { list: string };
  }[];
  /** Gathers what the rules of a document need to know of the world around it. */
  facts: Gather;
  /** What could not be read; goes into the report as it is. */
  faults?: Fault[];
  /** What is known of a list's trees from before. */
  trees?: (file: VFile) => Promise<Trees>;
  /** Run the rules. */
  lint: boolean;
  /** Ask the network. */
  links: boolean;
  /** Ids of everything the link check can report. */
  linkRules: readonly string[];
  /** What to fix; the report is of what is left then, in the fixed text. Nothing is written. */
  fix?: Pick<FixOptions, 'kinds' | 'rules'> | undefined;
  /** Findings that are known already. */
  baseline?: Baseline | undefined;
  checker?: CheckerOptions;
  /** What earlier runs saw of the links: troubles weigh by how long they last. Who opened it closes it. */
  history?: History | undefined;
  /** With a history: tell what has changed since the runs before, and keep apart what is acknowledged. */
  audit?: boolean;
  /** When the lines of a list came into it. */
  added?: ((document: Pick<Document, 'file'>) => Promise<LineDates>) | undefined;
  now?: Date;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** A run under way. */
export interface Running extends RunInput {
  documents: Judged[];
  /** What each list holds, in order, where there are several. */
  holdings: OtherList[];
  notices: string[];
  faults: Fault[];
}

/** A document and, where only a change is judged, the list before it and what was found in that. */
export type Judged = Checked & { before?: { list: List; findings: Baseline } | undefined };
