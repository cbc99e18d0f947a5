import { plainHostOf } from './plain-host.ts';

/**
 * Hosts that do nothing but redirect. Those that lead to one site and are run by it (`youtu.be`, `redd.it`, `discord.gg`,
 * `doi.org`, `aka.ms`, `g.co`, `forms.gle`) are not among them: their links outlive a change of address.
 */
export const shorteners: ReadonlySet<string> = new Set([
  ...[
    'a.co',
    'adf.ly',
    'amzn.asia',
    'amzn.eu',
    'amzn.to',
    'b.link',
    'bbc.in',
    'bit.do',
    'bit.ly',
    'bitly.is',
  ],
  ...['bl.ink', 'buff.ly', 'chilp.it', 'clck.ru', 'cli.gs', 'cnn.it', 'cutt.ly', 'cutt.us', 'db.tt'],
  ...['dlvr.it', 'dwz.cn', 'fb.me', 'gg.gg', 'git.io', 'goo.gl', 'goo.su', 'hubs.la', 'hubs.ly', 'ift.tt'],
  ...['is.gd', 'j.mp', 'kutt.it', 'lnkd.in', 'mcaf.ee', 'nyti.ms', 'oreil.ly', 'ow.ly', 'po.st', 'qr.ae'],
  ...['rb.gy', 'rebrand.ly', 'reut.rs', 's.id', 'short.gy', 'shorte.st', 'shorturl.at', 'shorturl.gg'],
  ...['snip.ly', 'soo.gd', 'spr.ly', 'su.pr', 'surl.li', 't.cn', 't.co', 't.ly', 'tcrn.ch', 'tiny.cc'],
  ...['tiny.one', 'tinyurl.com', 'tr.im', 'trib.al', 'u.nu', 'u.to', 'url.cn', 'urlz.fr', 'v.gd', 'v.ht'],
  ...['vk.cc', 'wapo.st', 'wp.me', 'x.co', 'zpr.io'],
]);

/** Whether an address may be one of these, as it is written. */
export function mayBeShortened(address: string): boolean {
  const host = plainHostOf(address);
  return host === undefined || shorteners.has(host);
}

/**
 * Whether an address is shortened. A code has one segment: a shortener's own pages, which a list may well link to, have
 * more, and so have those of Google's maps and photos (`goo.gl/maps/…`), which lead nowhere else and stay.
 */
export function isShortened({ hostname, pathname }: URL): boolean {
  const host = hostname.replace(/^www\./, '');
  const segments = pathname.split('/').filter(Boolean);
  return shorteners.has(host) && segments.length === 1;
}
