import { VFile } from 'vfile';
import type { Verdict } from '../../src/links/types.ts';
import { setSeverity } from '../../src/message.ts';
import { createReport, type Report } from '../../src/report/report.ts';
import { verdict } from './example.ts';

/** What a list or a server might send to get more than a line in a report. */
export const hostileTexts = {
  ansi: '\u001b[2J\u001b]0;title\u0007\u009b31m',
  direction: '\u202egnp.exe\u2066\u200f\u061c',
  lines: 'one\r\n::error::two\n::set-output name=x::y\u2028three\u0085four',
  commands: '::stop-commands::x ::add-mask::a ##[error]boo ##[add-mask]b 漢::warning::c %0A::error::d',
  markup:
    '</script></title></style></textarea>--><script>alert(1)</script><img src=x onerror=alert(1)> &lt; ]]> <!--',
  attributes: `" onmouseover="alert(1)" ' autofocus onfocus='alert(1)`,
  markdown:
    '@octocat @org/team #12 GH-34 a/b#5 ![i](https://x.example/i.png) [l](javascript:alert(1)) <b>b</b> **b** `c` ``` ~~~ | a | $x$ https://auto.example www.auto.example me@mail.example',
  blocks: '- [x] <!-- kempt:0123456789abcdef -->\n\n# Heading\n\n```\nfence\n---\n> quote\n1. one',
  address: 'https://x.example/::error::a%0A::warning::b?##[error]boo|`c`\u202e##[add-mask]d',
  script: 'javascript:alert(document.domain)',
  data: 'data:text/html,<script>alert(1)</script>',
  placeholders: '{0} {{1}} [a](1) ](2)',
  unicode: 'lone \ud800 high, lone \udc00 low, \ufffe \uffff \u0000 \u000b \u{e0041} \ufeff',
  spaces: '   ',
  nothing: '',
  long: `${'ba'.repeat(5_000)} ${'`'.repeat(40)}`,
} as const;

/** A report in which everything that may come from outside is `text`. */
export function hostileReport(text: string): Report {
  const source = `# T\n\n- [a](${text})\n`;
  const message = new VFile('').message(text, {
    place: { start: { line: 3, column: 3 }, end: { line: 3, column: 9 } },
    ruleId: text,
    source: text,
  });
  Object.assign(message, { note: text, link: text, actual: text, expected: [text], url: text });
  message.fix = { kind: 'safe', touches: ['text'], edits: [{ start: 5, end: 9, text }] };
  message.places = [
    { start: { line: 3, column: 3 }, end: { line: 3, column: 9 } },
    { start: { line: 4, column: 1 }, end: { line: 4, column: 1 } },
  ];
  setSeverity(message, 'error');
  const plain = new VFile('').message(text, { ruleId: 'title', source: 'kempt' });
  setSeverity(plain, 'info');
  return createReport({
    files: [{ path: text, source, messages: [message, plain], sections: [{ title: text, line: 1 }] }],
    verdicts: [hostileVerdict(text)],
    faults: [{ what: text, where: text, hint: text }],
    fixed: [
      {
        path: text,
        before: source,
        text,
        rounds: 1,
        applied: [{ rule: text, kind: 'safe', count: 2 }],
        mended: [message, plain],
        left: [{ message, why: 'none' }],
        refused: [{ rule: text, place: message.place, why: text }],
        cycle: [text],
      },
    ],
    interrupted: true,
  });
}

/** The same as an audit of two lists has it. */
export function hostileAudit(text: string): Report {
  const { files, verdicts, ...rest } = hostileReport(text);
  const at = '2026-01-01T00:00:00.000Z';
  const more = { path: `${text} `, source: '', messages: [], list: text };
  const recovered = { ...hostileVerdict(`${text}!`), verdict: 'ok' as const };
  const steady = { isNew: true, since: at, runs: 2, firstSeen: at, lastOk: at, archivedSince: at };
  return createReport({
    ...rest,
    files: [...files, more],
    verdicts: [...verdicts, recovered],
    audit: {
      links: new Map([
        [text, { change: 'newly-dead', ...steady }],
        [`${text}!`, { change: 'recovered', ...steady }],
      ]),
      acknowledged: [{ link: text, url: text, reason: text, expires: text }],
      runs: [
        { at: text, links: { ok: 1 } },
        { at: text, links: { dead: 1 } },
      ],
    },
  });
}

function hostileVerdict(text: string): Verdict {
  return verdict({
    url: text,
    verdict: 'dead',
    also: ['insecure'],
    code: text,
    target: text,
    reason: text,
    note: text,
    via: text,
    places: [{ path: text, position: { start: { line: 3, column: 3 }, end: { line: 3, column: 9 } } }],
    evidence: {
      url: text,
      via: text,
      attempts: [
        {
          method: 'GET',
          pass: 1,
          code: text,
          detail: text,
          body: text,
          page: { title: text, heading: text, refresh: text, scripts: 0, ids: 0, text: 0, cut: false },
          outcome: { says: 'gone', row: text, reason: text, note: text },
          hops: [
            {
              url: text,
              status: 404,
              headers: { location: text, server: text },
              address: text,
              durationMs: 1,
            },
          ],
          durationMs: 1,
        },
      ],
    },
  });
}
