import type { Attempt, Place } from '../../src/links/types.ts';
import { createReport, type Report } from '../../src/report/report.ts';
import { finding, verdict } from './example.ts';
import { listed } from './listed.ts';

const source = `# Awesome Letters
## One
- [A](https://gone.example/) - Ay.

- [B](https://b.example/page) — Bee.

## Two

- [C](https://c.example/) - See.
`;

const at = (path: string, line: number): Place => ({
  path,
  position: { start: { line, column: 1 }, end: { line, column: 20 } },
});

function attempt(rest: Partial<Attempt>): Attempt {
  return { method: 'HEAD', pass: 1, hops: [], durationMs: 120, ...rest };
}

const gone = verdict({
  url: 'https://gone.example/',
  verdict: 'dead',
  status: 404,
  reason: 'Answered 404, twice',
  note: 'The second time as a browser would',
  places: [at('readme.md', 3), at('docs/more.md', 9)],
  evidence: {
    url: 'https://gone.example/',
    via: 'http',
    attempts: [
      attempt({
        hops: [
          {
            url: 'https://gone.example/',
            status: 404,
            headers: { server: 'nginx' },
            address: '192.0.2.7',
            durationMs: 120,
          },
        ],
      }),
      attempt({ method: 'GET', pass: 2, manner: 'browser', durationMs: 340 }),
    ],
  },
});

const slow = verdict({
  url: 'https://slow.example/',
  verdict: 'unreachable',
  code: 'ECONNREFUSED',
  reason: 'Refused the connection',
  evidence: {
    url: 'https://slow.example/',
    via: 'http',
    attempts: [attempt({ code: 'ECONNREFUSED', detail: 'connect failed' })],
  },
});

const moved = verdict({
  url: 'https://old.example/',
  verdict: 'moved',
  status: 200,
  target: 'https://new.example/',
  places: [at('readme.md', 5)],
});

const skipped = verdict({
  url: 'mailto:a@b.example',
  verdict: 'skipped',
  reason: 'Not checked',
  places: [at('docs/more.md', 2)],
});

const fine = ['a', 'b', 'c'].map((name) =>
  verdict({ url: `https://${name}.example/`, verdict: 'ok', status: 200, places: [at('readme.md', 9)] }),
);

/** Two lists with links of all tones and findings with and without a place. */
export function healthyAndNot(): Report {
  const readme = listed('readme.md', source, {
    '—': {
      rule: 'entry-separator',
      reason: '“—” here',
      fix: { kind: 'safe', touches: ['layout'], replace: '—', with: '-' },
    },
  });
  Object.assign(readme.messages[0]!, { actual: '—', expected: ['-'] });
  readme.messages.push(
    finding({ reason: 'No title', rule: 'title', severity: 'error' }),
    finding({ reason: 'Answered 404, twice', rule: 'link-dead', severity: 'error', line: 3, link: gone.url }),
  );
  readme.sections = [
    { title: '', line: 1 },
    { title: 'One', line: 2 },
    { title: 'Two', line: 7 },
  ];
  const more = {
    path: 'docs/more.md',
    source: '# More\n',
    messages: [],
    sections: [{ title: 'More', line: 1 }],
  };
  return createReport({
    files: [readme, more],
    verdicts: [...fine, skipped, moved, slow, gone],
  });
}

/** The same lists as an audit has them, with a chart, news and what is acknowledged. */
export function audited(): Report {
  const { files, verdicts } = healthyAndNot();
  const past = { since: '2026-01-22T00:00:00.000Z', runs: 1, firstSeen: '2026-01-01T00:00:00.000Z' };
  const runs = [1, 8, 15, 22].map((day, index) => ({
    at: new Date(Date.UTC(2026, 0, day)).toISOString(),
    links: { ok: 9, dead: index, moved: 2, unreachable: 1 },
  }));
  return createReport({
    files,
    verdicts,
    audit: {
      links: new Map([
        [gone.url, { change: 'newly-dead', isNew: true, lastOk: '2026-01-15T00:00:00.000Z', ...past }],
        [slow.url, { change: 'failing', isNew: false, ...past, runs: 3 }],
        ['https://a.example/', { change: 'recovered', isNew: true, ...past }],
      ]),
      acknowledged: [
        { link: slow.url, url: 'https://slow.example/*', reason: 'Being moved', expires: '2026-06-01' },
      ],
      runs,
    },
  });
}
