import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { loadCatalogue } from '../../src/catalogue.ts';
import { type Settings, settingsFor } from '../../src/config/settings.ts';
import { parse } from '../../src/document.ts';
import { lint } from '../../src/lint.ts';
import { suppress } from '../../src/suppress/suppress.ts';
import { type CleanList, type Fault, type Injection, pickFrom } from './injection.ts';

/** What came of one fault that was put into one list. */
export interface Outcome {
  injection: Injection;
  fault: Fault;
  found: boolean;
  /** What the rule said instead; for whoever looks into it. */
  said: string[];
}

const settings = await settingsFor({ config: {}, from: [], base: '/' }, undefined, await loadCatalogue());

export function cleanListOf(text: string): CleanList {
  const { list, tree } = parse(new VFile({ value: text, path: 'README.md' }));
  return { text, list, tree };
}

/** Findings as the command gives them, of one rule or of all. */
export async function findingsIn(
  text: string,
  rule?: string,
  localTargets: NonNullable<Fault['localTargets']> = {},
): Promise<VFileMessage[]> {
  const file = new VFile({ value: text, path: 'README.md' });
  const document = parse(file);
  const facts = { localTargets: new Map(Object.entries(localTargets)), now: new Date('2026-01-01') };
  const chosen = only(rule);
  await lint(document, chosen, facts);
  const ran = new Set([...chosen.rules.map(({ rule: { id } }) => id), ...Object.keys(chosen.bundled)]);
  if (rule === undefined || rule === 'unused-disable')
    suppress(document, { known: settings.known, ran, unused: settings.unusedDisable });
  return file.messages;
}

/** The settings of the house, with all rules off but one. */
function only(id: string | undefined): Settings {
  if (id === undefined || id === 'unused-disable') return settings;
  return {
    ...settings,
    rules: settings.rules.filter(({ rule }) => rule.id === id),
    bundled: Object.fromEntries(Object.entries(settings.bundled).filter(([name]) => name === id)),
  };
}

/** Puts a fault into a list, and looks whether it is found there by its rule; undefined where it has no place in it. */
export async function outcomeOf(
  injection: Injection,
  list: CleanList,
  seed: number,
): Promise<Outcome | undefined> {
  const fault = injection.into(list, pickFrom(seed));
  if (!fault) return undefined;
  const findings = await findingsIn(fault.text, injection.rule, fault.localTargets);
  const offsets = findings.filter(({ ruleId }) => ruleId === injection.rule).flatMap(offsetsOf);
  return {
    injection,
    fault,
    found: offsets.includes(fault.at),
    said: findings.map((message) => `${message.line}:${message.column} ${message.ruleId}: ${message.reason}`),
  };
}

function offsetsOf({ place, places }: VFileMessage): number[] {
  return [place, ...(places ?? [])].flatMap((one) => {
    if (!one) return [];
    return ('start' in one ? one.start.offset : one.offset) ?? [];
  });
}
