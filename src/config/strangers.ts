import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import type { Config } from './config.ts';

/** The configuration of somebody who is not trusted: only data, and only from within a directory. */
export interface Strangers {
  /** Absolute. */
  top: string;
}

const code = /\.[cm]?[jt]s$/;

export function isCode(file: string): boolean {
  return code.test(file);
}

/**
 * Refuses a file that would be run, and one that lies, or leads, outside of the directory.
 * @throws {KemptError}
 */
export async function refuseStrange(file: string, { top }: Strangers, where: string): Promise<void> {
  if (isCode(file)) {
    throw new KemptError('this configuration is code, which is not run for a list that is not one’s own', {
      where,
      hint: 'write it as data (.kemptrc or kempt.config.json), or have it in the base branch',
    });
  }
  const [real, realTop] = await Promise.all([realpath(file).catch(() => file), realpath(top)]);
  const inside = path.relative(realTop, real);
  if (inside.startsWith('..') || path.isAbsolute(inside)) {
    throw new KemptError('this configuration lies outside of the list’s repository', { where });
  }
}

/** Without what only one's own configuration may say: headers, limits by host, who kempt claims to be, code. */
export function withoutPrivileges({ plugins: _, links, ...config }: Config): Config {
  if (!links) return config;
  const { headers: __, hosts: ___, userAgent: ____, ...rest } = links;
  return { ...config, links: rest };
}
