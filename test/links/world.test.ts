import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChecker } from '../../src/links/checker.ts';
import type { Verdict } from '../../src/links/types.ts';
import type { Scenario } from '../world/scenario.ts';
import { scenarios } from '../world/scenarios.ts';
import { startWorld, type World } from '../world/world.ts';

const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const all = Object.values(scenarios).flat();
const hostOf = (scenario: Scenario) => `s${all.indexOf(scenario)}.world.test`;

let world: World;
const verdicts = new Map<string, Verdict>();

function urlOf(scenario: Scenario): string {
  return world.expand(scenario.url ?? '{http:}/page', hostOf(scenario));
}

beforeAll(async () => {
  world = await startWorld();
  for (const scenario of all) {
    // A scenario without an answer of its own still exists: only its sub-names do not.
    world.add(hostOf(scenario), scenario);
    for (const [name, host] of Object.entries(scenario.others ?? {}))
      world.add(`${name}.${hostOf(scenario)}`, host);
  }
  const checker = createChecker({ ...world.options, timeout: 6000, backoff: 200, concurrency: 128 });
  const links = all.flatMap((one) => [
    { url: urlOf(one), place: { path: hostOf(one), position } },
    ...Object.keys(one.beside ?? {}).map((path) => ({
      url: world.expand(`{http:}${path}`, hostOf(one)),
      place: { path: hostOf(one) + path, position },
    })),
  ]);
  for await (const verdict of checker.check(links)) {
    for (const { path } of verdict.places) verdicts.set(path, verdict);
  }
  await checker.close();
}, 180_000);

afterAll(() => world.close());

for (const [theme, list] of Object.entries(scenarios)) {
  describe(theme, () => {
    test.each(list.map((scenario) => [scenario.name, scenario.verdict, scenario] as const))(
      'a link that %s is %s',
      (_name, _verdict, scenario) => {
        const found = verdicts.get(hostOf(scenario)) as Verdict;
        const told = JSON.stringify(found, null, 1);
        expect(found?.verdict, told).toBe(scenario.verdict);
        if (scenario.code) expect(found.code, told).toBe(scenario.code);
        if (scenario.status) expect(found.status, told).toBe(scenario.status);
        if (scenario.also) expect(found.also, told).toEqual(scenario.also);
        if (scenario.target) expect(found.target).toBe(world.expand(scenario.target, hostOf(scenario)));
        for (const [path, verdict] of Object.entries(scenario.beside ?? {}))
          expect(verdicts.get(hostOf(scenario) + path)?.verdict, path).toBe(verdict);
        if (scenario.says) expect(`${found.reason} ${found.note}`).toMatch(scenario.says);
      },
    );
  });
}

test('one scenario for each row of the policy, and more', () => {
  expect(all.length).toBeGreaterThan(120);
});
