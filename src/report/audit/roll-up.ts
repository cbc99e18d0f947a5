import { asked, type Health, healthOf } from '../html/health.ts';
import type { Report } from '../report.ts';

/** How one list of several stands. */
export interface ListHealth {
  /** A path, or `owner/name` of a list that was fetched. */
  list: string;
  health: Health;
  /** The part of the links asked that is gone, from 0 to 1. */
  rot: number;
}

/** The lists of a report, the most rotten first: by the part of their links that is gone, then by those in doubt. */
export function rollUp({ files, verdicts }: Report): ListHealth[] {
  const listOf = new Map(files.map(({ path, list = path }) => [path, list]));
  const counts = new Map<string, Parameters<typeof healthOf>[0]>();
  for (const list of listOf.values()) counts.set(list, {});
  for (const { verdict, places } of verdicts) {
    for (const list of new Set(places.map(({ path }) => listOf.get(path)))) {
      const known = list === undefined ? undefined : counts.get(list);
      if (known) known[verdict] = (known[verdict] ?? 0) + 1;
    }
  }
  return [...counts]
    .map(([list, links]) => {
      const health = healthOf(links);
      return { list, health, rot: asked(health) === 0 ? 0 : health.bad / asked(health) };
    })
    .sort(
      (a, b) =>
        b.rot - a.rot ||
        b.health.bad - a.health.bad ||
        b.health.doubt / (asked(b.health) || 1) - a.health.doubt / (asked(a.health) || 1) ||
        (a.list < b.list ? -1 : 1),
    );
}

/** A part as people read it: `12.5 %`; `0 %` only where it is none, and never rounded to nothing. */
export function percent(part: number): string {
  if (part === 0) return '0 %';
  const rounded = Math.round(part * 1000) / 10;
  return `${rounded === 0 ? '< 0.1' : rounded} %`;
}
