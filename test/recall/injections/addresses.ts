import type { Injection } from '../injection.ts';
import { plainEntries, replaced } from '../injection.ts';

/** An address as it is written into an entry, made of the one that is there. */
type Row = readonly [rule: string, id: string, address: (url: string) => string];

const at = (path: string) => (url: string) => `${origin(url)}${path}`;
const to = (address: string) => () => address;

function origin(url: string): string {
  return /^https?:\/\/[^/]+/.exec(url)![0];
}

/** Addresses that lead nowhere, astray, or not for long. The finding stands at the address. */
const rows: readonly Row[] = [
  ['link-syntax', 'htp://', (url) => url.replace(/^https?/, 'htp')],
  ['link-syntax', 'ttps://', (url) => url.replace(/^https?/, 'ttps')],
  ['link-syntax', 'hhttps://', (url) => url.replace(/^https?/, 'hhttps')],
  ['link-syntax', 'http:/', (url) => url.replace('://', ':/')],
  ['link-syntax', 'https//', (url) => url.replace('://', '//')],
  ['link-syntax', 'https:///', (url) => url.replace('://', ':///')],
  ['link-syntax', 'https:', (url) => url.replace('://', ':')],
  ['link-syntax', 'https://https://', (url) => `https://${url}`],
  ['link-syntax', 'https://http//', (url) => url.replace(/^https?:\/\//, 'https://http//')],
  ['link-syntax', 'www. without a scheme', to('www.kite-club.org/plans')],
  ['link-syntax', 'a host without a scheme', to('kite-club.com/plans')],
  ['link-syntax', 'a repository without a scheme', to('github.com/maker/kite')],
  ['link-syntax', 'a zero-width space in an address', (url) => `${url}/a\u200Bb`],
  ['link-syntax', 'a non-breaking space at the end of an address', (url) => `${url}\u00A0`],
  ['link-syntax', 'a byte order mark in an address', (url) => `\uFEFF${url}`],
  ['link-syntax', 'an encoded zero-width space in an address', (url) => `${url}/a%E2%80%8B`],
  ['link-syntax', 'the placeholder url', to('url')],
  ['link-syntax', 'the placeholder https://', to('https://')],
  ['link-private', 'localhost', to('http://localhost:8080/')],
  ['link-private', '127.0.0.1', to('http://127.0.0.1/kites')],
  ['link-private', '192.168', to('http://192.168.1.20/')],
  ['link-private', '10.', to('https://10.1.2.3/wiki')],
  ['link-private', '172.16', to('https://172.16.4.1/')],
  ['link-private', '.local', to('http://printer.local/')],
  ['link-private', '.internal', to('https://wiki.internal/kites')],
  ['link-private', '[::1]', to('http://[::1]:3000/')],
  ['link-private', 'file:', to('file:///home/maker/kites.html')],
  ['link-shortener', 'bit.ly', to('https://bit.ly/3kites')],
  ['link-shortener', 'tinyurl.com', to('https://tinyurl.com/kites')],
  ['link-shortener', 't.co', to('https://t.co/aBcD1234')],
  ['link-shortener', 'goo.gl', to('http://goo.gl/aBcD12')],
  [
    'link-signed',
    'a signed AWS address',
    at('/k.pdf?X-Amz-Date=20240101T000000Z&X-Amz-Expires=60&X-Amz-Signature=0a1b'),
  ],
  ['link-signed', 'an AWS access key', at('/k.pdf?AWSAccessKeyId=AKIA0&Expires=1700000000&Signature=a%2Bb')],
  ['link-signed', 'a signed Google address', at('/k.pdf?X-Goog-Date=20240101T000000Z&X-Goog-Signature=0a1b')],
  ['link-signed', 'a CloudFront address', at('/k.pdf?Expires=1700000000&Signature=a~b&Key-Pair-Id=K1')],
  ['link-signed', 'an Azure signature', at('/k.pdf?sv=2024-01-01&se=2024-02-01T00%3A00%3A00Z&sig=a%2Bb')],
  ['link-signed', 'an access token', at('/k.pdf?access_token=0a1b2c3d4e5f6a7b8c9d')],
  ['link-signed', 'a password', (url) => url.replace('://', '://maker:kite@')],
  ['link-tracking', 'utm_source', at('/k?utm_source=letter&id=3')],
  ['link-tracking', 'utm_campaign behind others', at('/k?id=3&utm_campaign=may#top')],
  ['link-tracking', 'fbclid', at('/k?fbclid=IwAR0abc')],
  ['link-tracking', 'gclid', at('/?gclid=Cj0abc')],
  ['link-tracking', 'mc_cid', at('/k?mc_cid=0a1b2c')],
  ['link-tracking', 'igshid', at('/k?igshid=0a1b2c')],
  ['link-tracking', 'a share of YouTube', to('https://www.youtube.com/watch?v=dQw4w9&feature=share')],
];

export const addresses: readonly Injection[] = rows.map(([rule, id, address]) => ({
  id,
  rule,
  into(list, pick) {
    const one = pick.one(plainEntries(list, ['item', 'heading', 'row']));
    if (!one) return undefined;
    const from = one.start + one.name.length + 3;
    return replaced(list.text, from, from + one.url.length, address(one.url));
  },
}));
