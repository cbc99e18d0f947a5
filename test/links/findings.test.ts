import { describe, expect, test } from 'vitest';
import { explain } from '../../src/links/explain.ts';
import { type FindingMode, findingsOf } from '../../src/links/findings.ts';
import { linkRules } from '../../src/links/rules.ts';
import type { Hop, Verdict, VerdictName } from '../../src/links/types.ts';
import { verdictNames } from '../../src/links/types.ts';
import { somewhere } from '../world/check.ts';

function verdict(name: VerdictName, more: Partial<Verdict> = {}): Verdict {
  const url = 'https://example.test/page#part';
  return {
    url,
    verdict: name,
    also: [],
    reason: 'it answers so',
    places: [somewhere],
    evidence: { url, attempts: [], via: 'http' },
    durationMs: 1,
    fromCache: false,
    via: 'http',
    ...more,
  };
}

const severities = (name: VerdictName) =>
  (['plain', 'pr', 'audit'] as FindingMode[]).map((mode) => findingsOf(verdict(name), mode)[0]?.severity);

describe('findings', () => {
  test.each([
    ['skipped', undefined, undefined, undefined],
    ['invalid', 'error', 'error', 'error'],
    ['dead', 'error', 'error', 'warning'],
    ['soft-dead', 'warning', 'info', 'warning'],
    ['broken-fragment', 'warning', 'warning', 'warning'],
    ['insecure', 'warning', 'info', 'warning'],
    ['unreachable', 'warning', 'info', 'warning'],
    ['blocked', 'info', 'info', 'info'],
    ['moved', 'warning', 'info', 'warning'],
    ['redirected', 'off', 'off', 'off'],
    ['ok', undefined, undefined, undefined],
  ] as const)('“%s” is %s in a plain run, %s in a pull request, %s in an audit', (name, ...expected) => {
    expect(severities(name)).toEqual(expected);
  });

  test.each([
    ['dead', { code: 'ENOTFOUND' }, 2, 30, 'warning'],
    ['dead', { code: 'ENOTFOUND' }, 3, 6, 'warning'],
    ['dead', { code: 'ENOTFOUND' }, 3, 7, 'error'],
    ['dead', { status: 404 }, 1, 0, 'warning'],
    ['dead', { status: 404 }, 2, 0, 'error'],
    ['dead', { status: 410 }, 1, 0, 'error'],
    ['unreachable', {}, 3, 7, 'error'],
    ['blocked', {}, 50, 89, 'info'],
    ['blocked', {}, 50, 90, 'warning'],
    ['soft-dead', {}, 50, 90, 'warning'],
  ] as const)(
    'in an audit “%s” (%o) after %i runs and %i days is a matter of %s',
    (name, more, runs, days, expected) => {
      expect(findingsOf(verdict(name, more), 'audit', { past: { runs, days } })[0]?.severity).toBe(expected);
    },
  );

  test('a moved link comes with its new address, fragment and all', () => {
    const [finding] = findingsOf(verdict('moved', { target: 'https://new.test/page' }), 'plain');
    expect(finding).toMatchObject({ rule: 'link-moved', expected: ['https://new.test/page#part'] });
  });

  test('what rides along is a finding of its own', () => {
    const rules = findingsOf(
      verdict('broken-fragment', { also: ['moved'], target: 'https://new.test/' }),
      'plain',
    );
    expect(rules.map(({ rule }) => rule)).toEqual(['link-fragment', 'link-moved']);
  });

  test('a dead link comes with its archived copy', () => {
    const archived = 'https://web.archive.org/web/2020/https://example.test/page';
    const [finding] = findingsOf(verdict('dead', { archived }), 'plain');
    expect(finding?.expected).toEqual([archived]);
    expect(finding?.note).toContain(archived);
  });

  test('a broken anchor comes with the nearest one', () => {
    const attempt = { method: 'GET', pass: 1, hops: [], durationMs: 1 } as const;
    const anchors = { part: { state: 'missing', nearest: 'parts' } } as const;
    const evidence = { url: '', via: 'http', attempts: [{ ...attempt, hops: [], anchors }] };
    const [finding] = findingsOf(verdict('broken-fragment', { evidence }), 'plain');
    expect(finding?.expected).toEqual(['https://example.test/page#parts']);
  });

  test('an archived repository is told of where its link is fine, a stale one where it is asked for', () => {
    const repository = { name: 'a/b', archived: true, disabled: false, pushedAt: '2020-05-01T00:00:00Z' };
    const now = new Date('2026-01-01T00:00:00Z');
    const rules = (archived: boolean, mode: FindingMode) =>
      findingsOf(verdict('ok', { repository: { ...repository, archived } }), mode, { now }).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(rules(true, 'plain')).toEqual(['repo-archived warning']);
    expect(rules(true, 'pr')).toEqual(['repo-archived info']);
    expect(rules(false, 'plain')).toEqual(['repo-stale off']);
  });

  test('every finding has a rule that is documented', () => {
    const documented = new Set(linkRules.map(({ id }) => id));
    for (const name of verdictNames) {
      for (const { rule } of findingsOf(verdict(name), 'plain')) expect(documented).toContain(rule);
    }
    for (const { docs } of linkRules)
      expect(Object.values(docs).every((text) => text.length > 10)).toBe(true);
  });

  test('every finding says what happened and what to do', () => {
    for (const name of verdictNames) {
      for (const { reason, note, link } of findingsOf(verdict(name), 'plain')) {
        expect(reason).toMatch(/^[A-Z].*it answers so$/);
        expect(note.length).toBeGreaterThan(10);
        expect(link).toBe('https://example.test/page#part');
      }
    }
  });
});

describe('the explanation of a verdict', () => {
  const hops: Hop[] = [
    {
      url: 'https://example.test/page',
      status: 301,
      headers: { location: '/new' },
      address: '93.184.216.34',
      durationMs: 20,
    },
    {
      url: 'https://example.test/new',
      status: 404,
      headers: { server: 'evil\u001b[31m\r\n::error::x' },
      durationMs: 30,
    },
  ];
  const outcome = {
    says: 'gone',
    row: 'not found',
    reason: 'it leads to example.test/new, which answers 404',
  } as const;
  const attempts: Verdict['evidence']['attempts'] = [
    { method: 'GET', pass: 1, manner: 'plain', protocol: 'h1', hops, durationMs: 50, outcome },
    {
      method: 'GET',
      pass: 2,
      manner: 'browser',
      protocol: 'h2',
      hops: [],
      durationMs: 9,
      code: 'ECONNRESET',
      detail: 'x',
    },
  ];
  const text = explain(verdict('dead', { evidence: { url: '', attempts, via: 'http' } }));

  test('is a timeline of attempts and hops, with the row that applied', () => {
    expect(text).toMatch(/verdict\s+dead/);
    expect(text).toMatch(
      /Attempt 1: GET, pass 1, 50 ms\n {4}301 {2}https:\/\/example.test\/page {2}\(93.184.216.34\)/,
    );
    expect(text).toMatch(/location: \/new/);
    expect(text).toMatch(/⇒ gone by the row “not found”/);
    expect(text).toMatch(/Attempt 2: GET, pass 2, headers of a browser, HTTP\/2 offered/);
    expect(text).toMatch(/fault ECONNRESET: x/);
  });

  test('prints nothing that moves a terminal or begins a line of its own', () => {
    expect(text).not.toMatch(/\u001b|\r|^::/m);
  });
});
