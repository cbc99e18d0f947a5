import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { severityOf } from '../../src/message.ts';
import { cleanList, forms } from './clean-lists.ts';
import { injections } from './injections.ts';
import { cleanListOf, findingsIn, type Outcome, outcomeOf } from './run-injection.ts';

const timeout = 240_000;
/** The same lists each time: recall is a share, and one that is only just kept must not fail now and then. */
const seed = Number(process.env.SEED ?? 2);
const runs = Number(process.env.RUNS ?? 3);
const lists = forms
  // Most lists, and most kinds of faults, are of items.
  .flatMap((form) => fc.sample(cleanList(form), { seed, numRuns: form === 'items' ? runs : runs / 3 }))
  .map(cleanListOf);

const corpus = new URL('../../../shared/corpus/', import.meta.url);
/** Larger lists take long. */
const largest = 25_000;
/** So many kinds are put into each real list, others in the next. */
const kindsEach = 12;

function realLists(): string[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => /readme\.md$/i.test(name))
    .map((name) => new URL(name, corpus))
    .filter((file) => statSync(file).size <= largest)
    .map((file) => readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
}

function missed(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter(({ found }) => !found)
    .map(({ injection, fault, said }) => {
      const line = fault.text.slice(0, fault.at).split('\n').length;
      const column = fault.at - fault.text.lastIndexOf('\n', fault.at - 1);
      const shown = fault.text.split('\n')[line - 1]?.slice(0, 100);
      return `${injection.rule}, ${injection.id}, at ${line}:${column} in “${shown}”; found: ${said.slice(0, 3).join(' / ')}`;
    });
}

/** At least 99 of 100. */
function expectRecall(outcomes: readonly Outcome[]): void {
  const all = missed(outcomes);
  expect(all.slice(0, Math.floor(outcomes.length / 100)).length, all.join('\n')).toBe(all.length);
}

describe('a clean list', () => {
  it('has nothing found in it but what it lacks', { timeout }, async () => {
    for (const { text } of lists) {
      const findings = (await findingsIn(text)).filter((message) => severityOf(message) !== 'info');
      expect(findings.map(String), text).toEqual([]);
    }
  });
});

describe('a fault that is put into a clean list', () => {
  it('is of some kind for every rule that is on', () => {
    const on = rules.filter(({ id, severity }) => severity.house !== 'off' && id !== 'markdown-consistency');
    const injected = new Set(injections.map(({ rule }) => rule));
    expect(on.map(({ id }) => id).filter((id) => !injected.has(id))).toEqual([]);
  });

  it.each(injections.map((injection) => [injection.rule, injection.id, injection] as const))(
    'is found by %s in its place: %s',
    { timeout },
    async (_, __, injection) => {
      const outcomes: Outcome[] = [];
      for (const [index, list] of lists.entries()) {
        const outcome = await outcomeOf(injection, list, seed + index);
        if (outcome) outcomes.push(outcome);
      }
      expect(outcomes.length, 'some list has a place for it').toBeGreaterThan(0);
      expectRecall(outcomes);
    },
  );
});

describe.skipIf(!existsSync(corpus))('a fault that is put into a real list where that is clean', () => {
  it('is found in its place', { timeout }, async () => {
    const outcomes: Outcome[] = [];
    for (const [index, text] of realLists().entries()) {
      const list = cleanListOf(text);
      for (let kind = 0; kind < kindsEach; kind++) {
        const injection = injections[(index * kindsEach + kind) % injections.length]!;
        const outcome = await outcomeOf(injection, list, seed + kind);
        if (outcome) outcomes.push(outcome);
      }
    }
    expect(outcomes.length).toBeGreaterThan(kindsEach);
    expectRecall(outcomes);
  });
});
