import { deflateRawSync, gzipSync } from 'node:zlib';
import { type Answer, drip, page, prose, raw, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const whole = `<title>A page</title><h1 id="part">A page</h1>${prose}`;
const wire = (start: string, headers = '', body = whole) =>
  raw(`${start}\r\nContent-Type: text/html\r\n${headers}Connection: close\r\n\r\n${body}`);
const length = `Content-Length: ${Buffer.byteLength(whole)}\r\n`;
const packed = (encoding: string, body: Buffer): Answer => {
  return ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
    response.end(body);
  };
};

/** Answers that browsers show, however they come. */
const shown: [what: string, answer: Answer][] = [
  ['in HTTP/1.0, without a length', wire('HTTP/1.0 200 OK')],
  ['without a reason phrase', wire('HTTP/1.1 200', length)],
  ['after early hints', wire('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK', length)],
  [
    'after two notices that it is under way',
    wire(`${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(2)}HTTP/1.1 200 OK`),
  ],
  ['with a length that is too long', wire('HTTP/1.1 200 OK', 'Content-Length: 99999\r\n')],
  ['with a length that is too short', wire('HTTP/1.1 200 OK', 'Content-Length: 100\r\n')],
  [
    'with a last chunk that is missing',
    wire('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked\r\n', '400\r\nshort'),
  ],
  [
    'with a header in another charset',
    raw(Buffer.from(`HTTP/1.1 200 OK\r\nX-By: Caf\u00e9\r\n${length}\r\n${whole}`, 'latin1')),
  ],
  ['packed, and broken off', packed('gzip', gzipSync(whole).subarray(0, 40))],
  ['packed, with a rest behind it', packed('gzip', Buffer.concat([gzipSync(whole), Buffer.from('rest')]))],
  ['with a charset for an encoding', packed('UTF-8', Buffer.from(whole))],
  [
    'as a stream of events',
    ({ response }) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders(),
  ],
  [
    'with 60 cookies',
    page('A page', prose, {
      'set-cookie': Array.from({ length: 60 }, (_, index) => `c${index}=${'x'.repeat(600)}`),
    }),
  ],
];

/** Answers in which Node’s parser sees no HTTP, though some browsers do: they say nothing against the link. */
const unread: [what: string, answer: Answer][] = [
  ['with a control character in a cookie', wire('HTTP/1.1 200 OK', `Set-Cookie: a=b\u0001c\r\n${length}`)],
  ['with a blank in a header’s name', wire('HTTP/1.1 200 OK', `X By: me\r\n${length}`)],
  ['with two lengths', wire('HTTP/1.1 200 OK', length + length)],
  [
    'with a length and chunks',
    wire('HTTP/1.1 200 OK', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', '5\r\nhello\r\n0\r\n\r\n'),
  ],
  ['with bare line feeds', raw(`HTTP/1.1 200 OK\nContent-Type: text/html\n\n${whole}`)],
  ['as an old radio station', raw('ICY 200 OK\r\nicy-name: Radio\r\n\r\nsound')],
];

/** Not there, whatever stands beside it. */
const gone: [what: string, answer: Answer][] = [
  ['without end', drip(prose, 20, {}, 404)],
  ['in HTTP/1.0', wire('HTTP/1.0 404 Not Found')],
  ['without a reason phrase', raw('HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n')],
  [
    'after early hints',
    wire('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 404 Not Found', length),
  ],
  ['with a page that breaks off', wire('HTTP/1.1 404 Not Found', 'Content-Length: 99999\r\n')],
  [
    'with chunks that are none',
    wire('HTTP/1.1 404 Not Found', 'Transfer-Encoding: chunked\r\n', 'zz\r\nfoo'),
  ],
  ['packed, but not really', status(404, { 'content-encoding': 'gzip' }, whole)],
  ['with 20 KiB of headers', status(404, { 'x-much': 'a'.repeat(20_000) })],
  ['with an address', status(404, { location: '/elsewhere' })],
  ['with a log-in', status(404, { 'www-authenticate': 'Bearer' })],
  ['with a time to wait', status(404, { 'retry-after': '60' })],
  ['as JSON', status(404, { 'content-type': 'application/json' }, '{"error":"not found"}')],
  ['as a PDF', status(404, { 'content-type': 'application/pdf' })],
  [
    'with a log-in form',
    status(404, {}, '<title>Not found</title><form action="/login"><input type=password></form>'),
  ],
  [
    'with a word on scripts',
    status(
      404,
      {},
      '<h1>Not found</h1><noscript>Please enable JavaScript and cookies to continue</noscript>',
    ),
  ],
  ['from a host without that app', status(404, { server: 'Heroku' }, '<title>No such app</title>')],
  [
    'from a deployment that is over',
    status(404, { server: 'Vercel', 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' }),
  ],
];

const anchored: [what: string, answer: Answer][] = [
  ['packed twice', packed('gzip, gzip', gzipSync(gzipSync(whole)))],
  ['packed by an old name', packed('x-gzip', gzipSync(whole))],
  ['deflated without a head', packed('deflate', deflateRawSync(whole))],
];

export const oddHttp: Scenario[] = [
  ...shown.map(([what, answer]): Scenario => ({ name: `comes ${what}`, answer, verdict: 'ok' })),
  ...anchored.map(([what, answer]): Scenario => {
    return {
      name: `has its anchor on a page that comes ${what}`,
      url: '{http:}/page#part',
      answer,
      verdict: 'ok',
    };
  }),
  ...unread.map(
    ([what, answer]): Scenario => ({
      name: `comes ${what}`,
      answer,
      verdict: 'unreachable',
      says: /proper HTTP/,
    }),
  ),
  ...gone.map(([what, answer]): Scenario => ({ name: `answers 404 ${what}`, answer, verdict: 'dead' })),
];
