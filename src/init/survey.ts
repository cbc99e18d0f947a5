import { otherTools } from '../adopt/tools.ts';
import { configNames } from '../config/load.ts';
import { type Script, scriptOf } from './script.ts';

/** A repository's files, as far as they are looked at. Paths are relative to its root, with forward slashes. */
export interface Files {
  /** The text of a file; undefined where there is none. */
  text(path: string): Promise<string | undefined>;
  /** Names in a directory; none where there is none. */
  names(directory: string): Promise<readonly string[]>;
}

/** A list that was found, and what it is. */
export interface SurveyedList {
  path: string;
  source: string;
  entries: number;
  /** Those under a heading that have entries. */
  sections: number;
}

/** Who runs hooks before a commit. */
export type HookManager = 'pre-commit' | 'husky' | 'lefthook';

/** What a repository has already, of what kempt has to do with. */
export interface Survey {
  lists: readonly SurveyedList[];
  script: Script | undefined;
  forge: 'github' | 'gitlab' | undefined;
  hooks: HookManager | undefined;
  /** kempt's own configuration file. */
  configuration: string | undefined;
  /** Configuration files of tools that kempt can take over from. */
  others: readonly { tool: string; file: string }[];
}

const hookFiles: Record<HookManager, readonly string[]> = {
  'pre-commit': ['.pre-commit-config.yaml'],
  husky: ['.husky/pre-commit'],
  lefthook: ['lefthook.yml', '.lefthook.yml', 'lefthook.yaml'],
};

/**
 * Looks at a repository.
 * @param origin the address of its remote, where it has one
 */
export async function survey(
  files: Files,
  lists: readonly SurveyedList[],
  origin: string | undefined,
): Promise<Survey> {
  return {
    lists,
    script: scriptOf(lists.map(({ source }) => source).join('\n')),
    forge: await forgeOf(files, origin),
    hooks: await hooksOf(files),
    configuration: await configurationOf(files),
    others: await othersOf(files),
  };
}

async function forgeOf(files: Files, origin = ''): Promise<Survey['forge']> {
  if (/\bgitlab\b/.test(origin) || (await files.text('.gitlab-ci.yml')) !== undefined) return 'gitlab';
  if (/\bgithub\b/.test(origin) || (await files.names('.github')).length > 0) return 'github';
  // Nearly all lists live there, and a workflow's file does no harm where it is not read.
  const hasHost = /^[a-z+]+:\/\/[^/]|^[^/]+@?[^/]*:/.test(origin) && !origin.startsWith('file:');
  return hasHost ? undefined : 'github';
}

async function hooksOf(files: Files): Promise<HookManager | undefined> {
  for (const [manager, names] of Object.entries(hookFiles))
    for (const name of names) if ((await files.text(name)) !== undefined) return manager as HookManager;
  return undefined;
}

async function configurationOf(files: Files): Promise<string | undefined> {
  for (const name of configNames) {
    const text = await files.text(name);
    if (text === undefined) continue;
    if (name !== 'package.json' || /"kempt"\s*:\s*\{/.test(text)) return name;
  }
  return undefined;
}

async function othersOf(files: Files): Promise<Survey['others']> {
  const scripts = (await files.text('package.json')) ?? '';
  const found: { tool: string; file: string }[] = [];
  for (const { name, files: names, script } of otherTools) {
    for (const file of names) if ((await files.text(file)) !== undefined) found.push({ tool: name, file });
    if (script?.test(scripts)) found.push({ tool: name, file: 'package.json' });
  }
  return found;
}
