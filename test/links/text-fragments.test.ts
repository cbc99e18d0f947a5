import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from '../world/answers.ts';
import { checkAll } from '../world/check.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.add('text.world.test', {
    answer: page(
      'Text',
      '<h1 id="a">Kites</h1><p>A kite is a <b>tethered</b> craft; it is flown\n by hand. The first kites were leaves, and the last are foils.</p>',
    ),
  });
});
afterAll(() => world.close());

const verdicts = async (fragments: string[], textFragments: boolean) => {
  const origin = `http://text.world.test:${world.ports.http}/`;
  const urls = fragments.map((fragment) => `${origin}#${fragment}`);
  const all = await checkAll(urls, { ...world.options, textFragments });
  return urls.map((url) => all.verdicts.get(url)?.verdict);
};

test('text that a fragment points at is looked for where that is asked for', async () => {
  const there = [
    ':~:text=tethered',
    ':~:text=Flown%20by%20hand',
    ':~:text=The%20first,foils',
    ':~:text=a-,tethered,-craft',
    'a:~:text=kites&text=leaves',
  ];
  expect(await verdicts(there, true)).toEqual(there.map(() => 'ok'));
  const missing = [
    ':~:text=untethered',
    ':~:text=foils,leaves',
    ':~:text=the-,tethered',
    ':~:text=kites&text=birds',
  ];
  expect(await verdicts(missing, true)).toEqual(missing.map(() => 'broken-fragment'));
});

test('text fragments are passed by otherwise', async () => {
  expect(await verdicts([':~:text=untethered'], false)).toEqual(['ok']);
});
