/**
 * What rules may know of the world outside the list, gathered before they run:
 * a rule never asks the file system, git or a server itself.
 */
export interface Facts {
  /** What the list's relative links lead to, by the link's path as written, without query and fragment. */
  localTargets: ReadonlyMap<string, LocalTarget>;
  /** Today, for what expires. */
  now: Date;
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
