import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOf } from '../../src/links/findings.ts';
import { page, status } from '../world/answers.ts';
import { checkOne } from '../world/check.ts';
import { type Host, startWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The verdict of `http://NAME/page`, on the ports that are the schemes' own. */
async function verdictOf(name: string, host: Host, path = '/page') {
  world.add(name, host);
  const to = (port: number) => `127.0.0.1:${port}`;
  const connectTo = [`${name}:80:${to(world.ports.http)}`, `${name}:443:${to(world.ports.https)}`];
  return await checkOne(`http://${name}${path}`, { ...world.options, connectTo });
}

test('an http page that is on https as well is told so, with the address to write', async () => {
  const verdict = await verdictOf('twin.world.test', { answer: page() }, '/page#part');
  expect(verdict).toMatchObject({ secure: 'https://twin.world.test/page' });
  const insecure = findingsOf({ ...verdict, verdict: 'ok' }, 'plain').find(
    ({ rule }) => rule === 'link-insecure',
  );
  expect(insecure).toMatchObject({ severity: 'warning', expected: ['https://twin.world.test/page#part'] });
});

test('a page whose https is broken, or something else, is left as it is', async () => {
  const expired = await verdictOf('expired.world.test', { answer: page(), certificate: 'expired' });
  expect(expired).toMatchObject({ verdict: 'ok' });
  expect(expired.secure).toBeUndefined();
  const other = await verdictOf('other.world.test', {
    answer: (visit) => ('encrypted' in visit.request.socket ? status(404) : page())(visit),
  });
  expect(other).toMatchObject({ verdict: 'ok' });
  expect(other.secure).toBeUndefined();
});

test('a port of its own is not asked for a twin', async () => {
  world.add('port.world.test', { answer: page() });
  await checkOne(`http://port.world.test:${world.ports.http}/page`, world.options);
  expect(world.log.filter(({ host }) => host === 'port.world.test')).toHaveLength(1);
});
