import { type Verdict, type VerdictName, verdictNames } from '../../links/types.ts';
import { type Tone, verdictWords } from '../verdict-words.ts';

/** How many links of a group stand how. */
export type Health = Record<Tone, number>;

/** From the gravest; what was not asked last. */
export const tones: readonly Tone[] = ['bad', 'doubt', 'note', 'good', 'none'];

export const toneWords: Record<Tone, string> = {
  bad: 'gone',
  doubt: 'in doubt',
  note: 'moved',
  good: 'fine',
  none: 'not asked',
};

export function noHealth(): Health {
  return { bad: 0, doubt: 0, note: 0, good: 0, none: 0 };
}

export function healthOf(links: Partial<Record<VerdictName, number>>): Health {
  const health = noHealth();
  for (const verdict of verdictNames) health[verdictWords[verdict].tone] += links[verdict] ?? 0;
  return health;
}

/** Links that were asked. */
export function asked({ bad, doubt, note, good }: Health): number {
  return bad + doubt + note + good;
}

/** The part of the links asked that lead somewhere, in whole percent; 100 only where all do, 0 only where none does. */
export function percentFine(health: Health): number {
  const all = asked(health);
  const fine = health.good + health.note;
  if (all === 0 || fine === all) return 100;
  return fine === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * fine) / all)));
}

/** A group of links by what they have in common. */
export interface Group {
  name: string;
  health: Health;
}

/** Links by what they have in common, those with the most trouble first. */
export function groupsOf(
  verdicts: readonly Verdict[],
  namesOf: (verdict: Verdict) => Iterable<string>,
): Group[] {
  const groups = new Map<string, Group>();
  for (const verdict of verdicts) {
    for (const name of new Set(namesOf(verdict))) {
      const group = groups.get(name) ?? { name, health: noHealth() };
      groups.set(name, group);
      group.health[verdictWords[verdict.verdict].tone] += 1;
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      b.health.bad - a.health.bad ||
      b.health.doubt - a.health.doubt ||
      b.health.note - a.health.note ||
      asked(b.health) - asked(a.health),
  );
}

/** The host of an address, or what stands for it. */
export function hostOf(url: string): string {
  return (URL.canParse(url) && new URL(url).host) || 'no host';
}
