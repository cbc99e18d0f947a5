import type { List } from '../list/types.ts';

/**
 * What rules may know of the world outside the list, gathered before they run:
 * a rule never asks the file system, git or a server itself.
 */
export interface Facts {
  /** What the list's relative links lead to, by the link's path as written, without query and fragment. */
  localTargets: ReadonlyMap<string, LocalTarget>;
  /** Today, for what expires. */
  now: Date;
  /** The list as it was before a change: what habits are learned from, so that a change cannot outvote the list. */
  before?: List | undefined;
  /** Words, where they were asked for. */
  dictionary?: Dictionary | undefined;
}

/** A dictionary of one language. */
export interface Dictionary {
  /** Whether it has a word, in any of its forms. */
  correct(word: string): boolean;
  /** Words that may be meant, the likeliest first. */
  suggest(word: string): string[];
}

export type LocalTarget =
  | {
      exists: false;
      /** The path as it is on disk, where only the case differs: GitHub minds it. */
      otherCase?: string;
      /** It leads out of the repository. */
      outside?: true;
    }
  | {
      exists: true;
      kind: 'file' | 'directory';
      /** Slugs of headings and ids, where the target is Markdown. */
      anchors?: ReadonlySet<string>;
    };

/** For rules that run without kempt around them. */
export const noFacts: Facts = { localTargets: new Map(), now: new Date(0) };
