import { only, page, raw, site } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

/** What a list writes, and what has to come over the wire. */
const sent: [written: string, sent?: string][] = [
  ['/a%2Fb'],
  ['/c%23'],
  ['/100%25'],
  ['/100%/x'],
  ['/caf%c3%a9'],
  ['/caf%E9'],
  ['/café', '/caf%C3%A9'],
  ['/☕', '/%E2%98%95'],
  ['/a%5Cb'],
  ['/a|b'],
  ['/a[1]'],
  ["/l'atelier_(tea)!"],
  ['/a;v=1?b=2'],
  ['/@user/a:b,c~d'],
  ['/a?'],
  ['/a??b=1'],
  ['/a?&&b'],
  ['/a?z=1&a=2&a=1'],
  ['/s?q=té', '/s?q=t%C3%A9'],
  ['/s?u=https://a.example/b?c=d'],
  ['/a+b?c=d+e'],
  ['/a//b'],
  ['/a.'],
  ['/a/../b/%2e%2e/c', '/c'],
];

const moved = (location: string | Buffer) =>
  raw(
    Buffer.concat([
      Buffer.from('HTTP/1.1 301 Moved\r\nLocation: '),
      Buffer.from(location as string),
      Buffer.from('\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
    ]),
  );

/** What hosts write into Location, and the path that browsers ask for then. */
const locations: [what: string, location: string | Buffer, path: string][] = [
  ['in UTF-8', '/café/石田', '/caf%C3%A9/%E7%9F%B3%E7%94%B0'],
  ['in a single-byte charset', Buffer.from('/caf\u00e9', 'latin1'), '/caf%E9'],
  ['with blanks', '/my page/here', '/my%20page/here'],
  ['with blanks around it', '  /x  ', '/x'],
  ['with backslashes', '\\x\\y', '/x/y'],
  ['with a tab', '/a\tb', '/ab'],
  ['with an empty query', '/x?', '/x?'],
  ['with a fragment', '/x#_=_', '/x'],
  ['as a query alone', '?v=2', '/page?v=2'],
];

export const addresses: Scenario[] = [
  ...sent.map(([written, over = written]): Scenario => {
    return {
      name: `is written ${written} and only there as ${over}`,
      url: `{http:}${written}`,
      answer: only(over, page()),
      verdict: 'ok',
    };
  }),
  ...locations.map(([what, location, path]): Scenario => {
    return {
      name: `redirects to an address ${what}`,
      answer: (visit) => (visit.request.url === '/page' ? moved(location) : only(path, page()))(visit),
      verdict: 'moved',
    };
  }),
  {
    name: 'redirects to an address twice over',
    answer: (visit) =>
      visit.url.pathname === '/x'
        ? page()(visit)
        : raw('HTTP/1.1 301 Moved\r\nLocation: /x\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n')(visit),
    verdict: 'moved',
  },
  {
    name: 'redirects to an empty address, as if it were a page',
    answer: moved(''),
    verdict: 'unreachable',
    says: /without a target/,
  },
  {
    name: 'refreshes by a header',
    answer: site({ '/page': page('Wait', '', { refresh: '0; url=/new' }), '/new': page() }),
    verdict: 'redirected',
  },
  {
    name: 'refreshes by a header, to a 404',
    answer: site({ '/page': page('Wait', '', { refresh: '0; url=/gone' }) }),
    verdict: 'dead',
  },
  { name: 'has its scheme twice', url: 'https://https://example.test/', verdict: 'invalid', says: /twice/ },
  {
    name: 'has a placeholder for a host',
    url: 'https://{user}.example.test/',
    verdict: 'invalid',
    says: /\{/,
  },
  {
    name: 'is an onion service',
    url: 'http://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/',
    verdict: 'skipped',
    says: /Tor/,
  },
  { name: 'is in an overlay network', url: 'http://stats.i2p/', verdict: 'skipped' },
  { name: 'is a name of a local network', url: 'http://printer.local/', verdict: 'skipped', says: /local/ },
  { name: 'is a name inside a company', url: 'http://wiki.internal/', verdict: 'skipped' },
];
