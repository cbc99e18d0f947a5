import type { OtherList } from '../duplicates/other-lists.ts';
import type { List } from '../list/types.ts';
import type { Origin } from './origin.ts';

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
  /** Lists that come before this one in the run, but for other versions of it. */
  others?: readonly OtherList[] | undefined;
  /** Words, where they were asked for. */
  dictionary?: Dictionary | undefined;
  /** What stands beside the list for the repository; known for the repository's readme alone. */
  communityFiles?: CommunityFiles | undefined;
  /** Of images at the top of the list that lie in the repository, by their address as written. */
  imageSizes?: ReadonlyMap<string, ImageSize> | undefined;
  /** The repository that the list is the readme of. */
  repository?: RepositoryFacts | undefined;
}

/** Facts that cost something, by name: gathered where a rule that runs needs them. */
export type FactName = 'localTargets' | 'communityFiles' | 'imageSizes' | 'repository';

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
      /** What was most likely meant, as it would be written. */
      near?: string;
      /** It leads out of the repository. */
      outside?: true;
    }
  | {
      exists: true;
      kind: 'file' | 'directory';
      /** Slugs of headings and ids, where the target is Markdown. */
      anchors?: ReadonlySet<string>;
    };

/** Files that GitHub looks for in a repository; an empty list says that there is none. Paths are from its root. */
export interface CommunityFiles {
  licenses: { path: string; isEmpty: boolean; kind: LicenseKind | undefined }[];
  contributing: { path: string; isEmpty: boolean }[];
  /** `text` is absent where it could not be read. */
  codesOfConduct: { path: string; text: string | undefined }[];
}

export interface LicenseKind {
  /** As people call it: `MIT`, `CC0`. */
  name: string;
  /** What it was written for. */
  meantFor: 'code' | 'content';
}

/** In pixels of the file. */
export interface ImageSize {
  width: number;
  height: number;
}

/** What git and GitHub tell of a repository. Whatever is absent is not known. */
export interface RepositoryFacts {
  /** Where `origin` is. */
  origin?: Origin | undefined;
  /** Whether `origin` is on the GitHub that the run knows. */
  onGitHub?: boolean | undefined;
  defaultBranch?: string | undefined;
  /** The first commit, or the day it came to GitHub where that is later. */
  begun?: Date | undefined;
  /** What is set on GitHub; of a fork nothing is known. */
  settings?: RepositorySettings | undefined;
}

export interface RepositorySettings {
  /** Empty where there is none. */
  description: string;
  topics: string[];
  hasLicense: boolean;
}

/** For rules that run without kempt around them. */
export const noFacts: Facts = { localTargets: new Map(), now: new Date(0) };
