/**
 * What rules may know of the world outside the list, gathered before they run:
 * a rule never asks the file system, git or a server itself.
 */
export interface Facts {
  /** Paths, relative to the list's directory, of the local targets that the list links to: what is there. */
  localTargets: ReadonlyMap<string, LocalTarget>;
  /** Today, for what expires. */
  now: Date;
}

export type LocalTarget =
  | { exists: false /** The same path in another case, if there is one. */; otherCase?: string }
  | {
      exists: true;
      kind: 'file' | 'directory' /** Slugs and ids of a Markdown file. */;
      anchors?: ReadonlySet<string>;
    };

/** For rules that run without kempt around them. */
export const noFacts: Facts = { localTargets: new Map(), now: new Date(0) };
