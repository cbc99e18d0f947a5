import { gzipSync } from 'node:zlib';
import { byReader, byVersion, drip, inTurn, page, prose, raw, reset, silence, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

/** 40 MB in 40 KB. */
const bomb = gzipSync(Buffer.alloc(40_000_000));

const counted = (...says: ReturnType<NonNullable<Scenario['dns']>>[]): Scenario['dns'] => {
  let count = -1;
  return () => {
    count += 1;
    return says[Math.min(count, says.length - 1)] as ReturnType<NonNullable<Scenario['dns']>>;
  };
};

export const transport: Scenario[] = [
  { name: 'refuses connections', url: '{closed:}/', verdict: 'unreachable', code: 'ECONNREFUSED' },
  { name: 'breaks off every time', answer: reset, verdict: 'unreachable' },
  { name: 'never answers', answer: silence, verdict: 'unreachable', code: 'KEMPT_TIMEOUT' },
  { name: 'never answers at first', answer: inTurn(silence, page()), verdict: 'ok' },
  { name: 'never answers all but browsers', answer: byReader(page(), silence), verdict: 'ok' },
  { name: 'answers in another protocol', answer: raw('SSH-2.0-OpenSSH_9.6\r\n'), verdict: 'unreachable' },
  { name: 'answers nothing but a greeting', answer: raw('\r\n\r\n'), verdict: 'unreachable' },
  {
    name: 'has 20 KiB of headers',
    answer: page('A page', prose, { 'x-much': 'a'.repeat(20_000) }),
    verdict: 'ok',
  },
  {
    name: 'has 100 KiB of headers',
    answer: page('A page', prose, { 'x-much': 'a'.repeat(100_000) }),
    verdict: 'ok',
  },
  {
    name: 'has 200 KiB of headers',
    answer: page('A page', prose, { 'x-much': 'a'.repeat(200_000) }),
    verdict: 'unreachable',
  },
  { name: 'has a page without end', answer: drip(prose, 1), verdict: 'ok' },
  { name: 'drips its page', answer: drip('<p>', 200), verdict: 'ok' },
  {
    name: 'breaks off in the middle of its page',
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
      response.write(prose.slice(0, 100));
      setTimeout(() => response.socket?.destroy(), 50);
    },
    verdict: 'ok',
  },
  {
    name: 'is a download of 2 GB',
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': '2000000000' });
      response.write(Buffer.alloc(65_536));
    },
    verdict: 'ok',
  },
  {
    name: 'is compressed',
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(gzipSync(`<title>A page</title>${prose}`));
    },
    verdict: 'ok',
  },
  {
    name: 'says that it is compressed, and is not',
    answer: page('A page', prose, { 'content-encoding': 'gzip' }),
    verdict: 'ok',
  },
  {
    name: 'is compressed in an unknown way',
    answer: page('A page', prose, { 'content-encoding': 'zz' }),
    verdict: 'ok',
  },
  {
    name: 'is a bomb',
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(bomb);
    },
    verdict: 'ok',
  },
  { name: 'has an empty page', answer: status(200), verdict: 'ok' },
  {
    name: 'is in an unknown charset',
    answer: page('A page', prose, { 'content-type': 'text/html; charset=klingon' }),
    verdict: 'ok',
  },
  { name: 'ends its host name with a dot', url: '{http:}/page', answer: page(), verdict: 'ok' },
  { name: 'does not exist', url: '{http:nobody}/', verdict: 'dead', code: 'ENOTFOUND', says: /NXDOMAIN/ },
  {
    name: 'does not exist at first',
    answer: page(),
    dns: counted('nxdomain', 'nxdomain', ['127.0.0.1']),
    verdict: 'ok',
  },
  { name: 'has no address', dns: () => 'nodata', verdict: 'unreachable', code: 'ENODATA' },
  { name: 'has failing name servers', dns: () => 'servfail', verdict: 'unreachable', code: 'ESERVFAIL' },
  { name: 'has name servers that refuse', dns: () => 'refused', verdict: 'unreachable' },
  { name: 'has silent name servers', dns: () => 'silence', verdict: 'unreachable' },
  {
    name: 'has name servers that fail at first',
    answer: page(),
    dns: counted('servfail', 'servfail', ['127.0.0.1']),
    verdict: 'ok',
  },
  {
    name: 'does not exist at first, then its name servers fail',
    dns: counted('nxdomain', 'nxdomain', 'servfail'),
    verdict: 'unreachable',
  },
  {
    name: 'has a dead address beside a good one',
    answer: page(),
    dns: () => ['::1', '127.0.0.1'],
    verdict: 'ok',
  },
  { name: 'prefers HTTP/2', url: '{https:}/page', answer: page(), verdict: 'ok' },
  { name: 'only speaks HTTP/2', url: '{h2:}/page', answer: page(), verdict: 'ok' },
  { name: 'only speaks HTTP/2 and says 404', url: '{h2:}/page', answer: status(404), verdict: 'dead' },
  {
    name: 'breaks off all but HTTP/2',
    url: '{https:}/page',
    answer: byVersion(page(), reset),
    verdict: 'ok',
  },
  {
    name: 'answers 403 to all but HTTP/2',
    url: '{https:}/page',
    answer: byVersion(page(), status(403)),
    verdict: 'ok',
  },
  {
    name: 'answers 404 to all but HTTP/2',
    url: '{https:}/page',
    answer: byVersion(page(), status(404)),
    verdict: 'ok',
  },
  {
    name: 'has a broken HTTP/2 beside a flaky HTTP/1.1',
    url: '{https:}/page',
    answer: byVersion(reset, inTurn(reset, reset, page())),
    verdict: 'ok',
  },
  { name: 'is behind a good certificate', url: '{https:}/page', answer: page(), verdict: 'ok' },
  {
    name: 'answers 404 behind a good certificate',
    url: '{https:}/page',
    answer: status(404),
    verdict: 'dead',
  },
  {
    name: 'has an expired certificate',
    url: '{https:}/page',
    certificate: 'expired',
    verdict: 'insecure',
    code: 'CERT_HAS_EXPIRED',
  },
  {
    name: 'has a certificate of tomorrow',
    url: '{https:}/page',
    certificate: 'early',
    verdict: 'insecure',
    code: 'CERT_NOT_YET_VALID',
  },
  {
    name: 'has a self-signed certificate',
    url: '{https:}/page',
    certificate: 'self-signed',
    verdict: 'insecure',
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  },
  {
    name: 'has a certificate for another host',
    url: '{https:}/page',
    certificate: 'wrong-host',
    verdict: 'insecure',
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  },
  {
    name: 'leaves out its intermediate certificate',
    url: '{https:}/page',
    certificate: 'incomplete',
    verdict: 'insecure',
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    says: /incomplete chain/,
  },
  {
    name: 'has a certificate of an unknown authority',
    url: '{https:}/page',
    certificate: 'unknown-authority',
    verdict: 'insecure',
  },
  { name: 'does not speak TLS', url: '{plain:}/page', verdict: 'insecure', says: /TLS/ },
  { name: 'has trouble with TLS behind its CDN', answer: status(526), verdict: 'insecure', status: 526 },
  {
    name: 'has a TLS handshake that fails behind its CDN',
    answer: status(525),
    verdict: 'insecure',
    status: 525,
  },
];
