import type { VerdictName } from '../../../src/links/types.ts';
import { byMethod, byReader, inTurn, oneAtATime, page, reset, site, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const fine = [200, 201, 202, 203, 204, 205, 206, 226, 304, 416];
const walled = [401, 402, 403, 407, 418, 420, 429, 430, 451, 509, 529, 999];
const unsettled = [
  300, 400, 405, 406, 408, 409, 411, 412, 413, 414, 415, 417, 421, 422, 423, 424, 425, 426, 428, 431, 444,
  499, 500, 501, 502, 503, 504, 505, 507, 508, 520, 521, 522, 523, 524, 527, 530, 598, 700,
];

/** Pages of a host, all alike. */
function numbered(count: number, verdict: VerdictName): Record<string, VerdictName> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`/${index}`, verdict]));
}

export const statuses: Scenario[] = [
  ...fine.map(
    (code): Scenario => ({ name: `answers ${code}`, answer: status(code), verdict: 'ok', status: code }),
  ),
  ...walled.map((code): Scenario => {
    return { name: `answers ${code} for ever`, answer: status(code), verdict: 'blocked', status: code };
  }),
  ...unsettled.map((code): Scenario => {
    return { name: `answers ${code} for ever`, answer: status(code), verdict: 'unreachable', status: code };
  }),
  { name: 'answers 404', answer: status(404), verdict: 'dead', status: 404 },
  { name: 'answers 410', answer: status(410), verdict: 'dead', status: 410 },
  { name: 'answers 404 to HEAD only', answer: byMethod(page(), status(404)), verdict: 'ok' },
  { name: 'breaks off HEAD only', answer: byMethod(page(), reset), verdict: 'ok' },
  { name: 'answers 404 to all but browsers', answer: byReader(page(), status(404)), verdict: 'ok' },
  { name: 'answers 403 to all but browsers', answer: byReader(page(), status(403)), verdict: 'ok' },
  { name: 'answers 410 to all but browsers', answer: byReader(page(), status(410)), verdict: 'ok' },
  {
    name: 'answers 403 to browsers, 404 to others',
    answer: byReader(status(403), status(404)),
    verdict: 'blocked',
  },
  {
    name: 'answers 404 to browsers, 403 to others',
    answer: byReader(status(404), status(403)),
    verdict: 'blocked',
  },
  { name: 'answers 404 once, then is there', answer: inTurn(status(404), page()), verdict: 'ok' },
  { name: 'answers 410 once, then is there', answer: inTurn(status(410), page()), verdict: 'ok' },
  { name: 'answers 404 once, then fails', answer: inTurn(status(404), status(500)), verdict: 'unreachable' },
  { name: 'answers 404 once, then breaks off', answer: inTurn(status(404), reset), verdict: 'unreachable' },
  { name: 'fails once, then answers 404', answer: inTurn(status(500), status(404)), verdict: 'dead' },
  { name: 'answers 404 once, then 410', answer: inTurn(status(404), status(410)), verdict: 'dead' },
  {
    name: 'is there, while its host answers 404 to whoever asks for two pages at once',
    answer: oneAtATime(site({ '/gone': status(404), '*': page() }), status(404)),
    verdict: 'ok',
    beside: { ...numbered(12, 'ok'), '/gone': 'dead' },
  },
  {
    name: 'is gone, as its host answers browsers for all others',
    answer: site({ '/page': status(404), '*': byReader(page(), status(404)) }),
    verdict: 'dead',
    beside: numbered(3, 'ok'),
  },
  {
    name: 'is gone like others from a host that shows the rest',
    answer: site({ '/page': status(404), '/gone': status(404), '*': page() }),
    verdict: 'dead',
    beside: { ...numbered(3, 'ok'), '/gone': 'dead' },
  },
  { name: 'answers 500 once', answer: inTurn(status(500), page()), verdict: 'ok' },
  { name: 'answers 502 once', answer: inTurn(status(502), page()), verdict: 'ok' },
  { name: 'answers 503 twice', answer: inTurn(status(503), status(503), page()), verdict: 'ok' },
  {
    name: 'answers 504 three times',
    answer: inTurn(status(504), status(504), status(504), page()),
    verdict: 'ok',
  },
  { name: 'answers 408 once', answer: inTurn(status(408), page()), verdict: 'ok' },
  { name: 'answers 425 once', answer: inTurn(status(425), page()), verdict: 'ok' },
  { name: 'breaks off once', answer: inTurn(reset, page()), verdict: 'ok' },
  { name: 'breaks off twice', answer: inTurn(reset, reset, page()), verdict: 'ok' },
  {
    name: 'answers 429 with seconds to wait',
    answer: inTurn(status(429, { 'retry-after': '1' }), page()),
    verdict: 'ok',
  },
  {
    name: 'answers 429 with a date to wait for',
    answer: (visit) => {
      const soon = new Date(Date.now() + 1000).toUTCString();
      inTurn(status(429, { 'retry-after': soon }), page())(visit);
    },
    verdict: 'ok',
  },
  {
    name: 'answers 429 with a date long past',
    answer: inTurn(status(429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), page()),
    verdict: 'ok',
  },
  {
    name: 'answers 429 with nonsense to wait',
    answer: inTurn(status(429, { 'retry-after': '-soon' }), page()),
    verdict: 'ok',
  },
  { name: 'answers 429 without a word, once', answer: inTurn(status(429), page()), verdict: 'ok' },
  {
    name: 'answers 503 with seconds to wait',
    answer: inTurn(status(503, { 'retry-after': '1' }), page()),
    verdict: 'ok',
  },
  { name: 'answers 429, then 404', answer: inTurn(status(429), status(404)), verdict: 'dead' },
  {
    name: 'is an object store without the object',
    answer: status(
      404,
      { server: 'AmazonS3', 'content-type': 'application/xml' },
      '<Error><Code>NoSuchKey</Code></Error>',
    ),
    verdict: 'dead',
  },
  {
    name: 'is an object store that will not say',
    answer: status(
      403,
      { server: 'AmazonS3', 'content-type': 'application/xml' },
      '<Error><Code>AccessDenied</Code></Error>',
    ),
    verdict: 'blocked',
  },
  {
    name: 'is a static host whose 404 shows the page by a script',
    answer: status(
      404,
      {},
      '<title>Single Page Apps for GitHub Pages</title><script>var pathSegmentsToKeep = 0;</script>',
    ),
    verdict: 'unreachable',
    says: /script/,
  },
  {
    name: 'asks for a log-in by its own scheme',
    answer: status(401, { 'www-authenticate': 'Basic realm="x"' }),
    verdict: 'blocked',
  },
];
