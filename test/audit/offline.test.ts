import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { expect, it, onTestFinished } from 'vitest';
import { audit } from '../../src/index.ts';
import { folder } from '../support/folder.ts';
import { type DnsAnswer, startDns } from '../world/dns.ts';
import { listOf, web } from './web.ts';

it('an audit on a machine that is offline says so, and remembers nothing of it', async () => {
  const { url } = await web();
  const names: { answer: DnsAnswer } = { answer: ['127.0.0.1'] };
  const dns = await startDns(() => names.answer);
  onTestFinished(() => dns.close());
  const { port } = new URL(url);
  const hosts = ['one.test', 'two.example', 'three.invalid', 'four.test'];
  const list = () =>
    new VFile({ path: 'list.md', value: listOf(...hosts.map((host) => `http://${host}:${port}/`)) });
  const history = `${await folder()}/history.jsonl`;
  const run = (day: number) =>
    audit([list()], {
      history,
      now: new Date(Date.UTC(2026, 0, day)),
      checker: { allowPrivate: true, dnsServers: [dns.address] },
    });
  expect((await run(1)).report.summary.links).toEqual({ ok: 4 });
  const before = await readFile(history, 'utf8');
  names.answer = 'nxdomain';
  const { report } = await run(2);
  expect(report.faults[0]?.what).toContain('offline');
  expect(report.links).toEqual([]);
  expect(await readFile(history, 'utf8')).toBe(before);
});
