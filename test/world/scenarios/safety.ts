import { page, redirect } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const literals = [
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://224.0.0.1/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
  'http://10.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::10.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[2002:a00:1::]/',
  'http://[ff02::1]/',
];

const refused: [string, string][] = [
  ['a private address', '10.0.0.1'],
  ['the metadata service', '169.254.169.254'],
  ['a carrier’s own network', '100.64.0.1'],
  ['a mapped private address', '::ffff:10.0.0.1'],
  ['a unique local address', 'fd00::1'],
];

export const safety: Scenario[] = [
  ...literals.map(
    (url): Scenario => ({ name: `is ${url}`, url, verdict: 'skipped', says: /not a public address/ }),
  ),
  ...refused.map(([what, address]): Scenario => {
    return {
      name: `is a name for ${what}`,
      dns: () => [address],
      verdict: 'unreachable',
      code: 'KEMPT_PRIVATE_ADDRESS',
    };
  }),
  {
    name: 'redirects to the metadata service',
    answer: redirect(302, 'http://169.254.169.254/latest'),
    verdict: 'unreachable',
    code: 'KEMPT_PRIVATE_ADDRESS',
  },
  {
    name: 'redirects to it in decimal',
    answer: redirect(302, 'http://2852039166/latest'),
    verdict: 'unreachable',
    code: 'KEMPT_PRIVATE_ADDRESS',
  },
  {
    name: 'redirects to it in IPv6',
    answer: redirect(302, 'http://[::ffff:169.254.169.254]/latest'),
    verdict: 'unreachable',
    code: 'KEMPT_PRIVATE_ADDRESS',
  },
  {
    name: 'redirects to a name for a private address',
    answer: redirect(302, '{http:inner}/'),
    others: { inner: { dns: () => ['10.0.0.1'] } },
    verdict: 'unreachable',
    code: 'KEMPT_PRIVATE_ADDRESS',
  },
  {
    name: 'has a private address beside a public one',
    answer: page(),
    dns: () => ['10.0.0.1', '127.0.0.1'],
    verdict: 'ok',
  },
  {
    name: 'is a name that nobody but this machine knows',
    url: 'http://app.localhost/',
    verdict: 'skipped',
    says: /local network/,
  },
  { name: 'is no address at all', url: 'http://', verdict: 'invalid' },
  { name: 'has no scheme', url: 'example.test/page', verdict: 'invalid' },
  { name: 'has a blank in its host', url: 'https://exa mple.test/', verdict: 'invalid' },
  { name: 'runs code', url: 'javascript:alert(1)', verdict: 'invalid' },
  { name: 'runs old code', url: 'vbscript:msgbox', verdict: 'invalid' },
  { name: 'has a port of another protocol', url: 'http://example.test:22/', verdict: 'invalid' },
  { name: 'has a port out of range', url: 'http://example.test:99999/', verdict: 'invalid' },
  { name: 'is a mail address', url: 'mailto:someone@example.test', verdict: 'skipped' },
  { name: 'is a telephone number', url: 'tel:+123', verdict: 'skipped' },
  { name: 'is data', url: 'data:text/plain,x', verdict: 'skipped' },
  { name: 'is on ftp', url: 'ftp://example.test/x', verdict: 'skipped' },
  { name: 'has a scheme nobody knows', url: 'gemini://example.test/', verdict: 'skipped' },
];
