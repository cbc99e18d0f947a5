import type { Attempt, Page } from './types.ts';

/** Hosts where names that have run out, or are for sale, end. */
const hosts =
  /(^|\.)(sedoparking\.com|sedo\.com|bodis\.com|afternic\.com|dan\.com|hugedomains\.com|parkingcrew\.net|above\.com|undeveloped\.com|parklogic\.com|dnparking\.com|domainmarket\.com|buydomains\.com|uniregistry\.com|cashparking\.com|skenzo\.com|voodoo\.com|trafficz\.com|namedrive\.com|fabulous\.com|dsredirection\.com|domainnamesales\.com|expireddomains\.com|parkingpage\.namecheap\.com|efty\.com|godaddy\.com)$/i;
const prefix = /^ww\d{1,2}\./;
/** Where hosting software sends the visitors of a site that it has switched off. */
const paths = /^\/cgi-sys\/(suspendedpage|defaultwebpage)\.cgi$/;

const saleTitle =
  /(domain|name) (name )?(is |may be )?(for sale|available|expired|parked)|buy (this|the) domain|(this|the) domain (has expired|is parked)|is for sale|parked (free|domain)|domain parking|domain zu verkaufen|域名(出售|转让)/i;
/** A title that is about the very name, not about names. */
const ownTitle =
  /^(this|the|your) (domain|website|site) (name )?|^domain (name )?(is )?(for sale|expired|parked)/i;
const saleBody =
  /sedoparking|parkingcrew|bodiscdn|\bbodis\b|parklogic|afternic\.com\/forsale|hugedomains\.com|dan\.com\/(buy-)?domain|img\.sedoparking|above\.com\/marketplace|data-adblockkey=|window\.park\s*=|window\.location\.href\s*=\s*["']\/lander\b/i;

/** What servers show where no site is: the title, and the words that belong to it. */
const placeholders: readonly { title: RegExp; body: RegExp }[] = [
  { title: /^Welcome to nginx!?$/i, body: /nginx web server is successfully installed/i },
  {
    title: /Default Page: It works$|^Apache HTTP Server Test Page/i,
    body: /default welcome page|used to test the (correct|proper) operation/i,
  },
  { title: /^IIS Windows( Server)?$/i, body: /iis-?\d*(-\d+)?\.png/i },
  {
    title: /^(Account|Website|Site) Suspended$|^This (account|website|site) (has been|is) suspended/i,
    body: /(account|website|site) has been suspended|contact your hosting provider/i,
  },
  { title: /^(Default Web Site Page|Web Server'?s Default Page)$/i, body: /cpanel|plesk|hosting provider/i },
];

/** The pieces of evidence that a name is parked or for sale, or that no site is behind it. */
export function parkedSigns(attempt: Attempt): string[] {
  const { page, body, siblingAlike } = attempt;
  const signs = attempt.hops.length > 1 ? byHost(attempt) : [];
  const title = page?.title ?? '';
  const offered = saleTitle.test(title);
  const marked = body !== undefined && saleBody.test(body);
  if (offered) signs.push('the page’s title offers the name for sale');
  if (marked) signs.push('the page is a parking company’s');
  if (marked && !offered && isBare(page, hostOf(attempt))) signs.push('there is nothing else on the page');
  const placeholder = placeholders.find((one) => one.title.test(title));
  if (placeholder) signs.push(`the page is headed “${title}”, as servers without a site are`);
  if (placeholder && body !== undefined && placeholder.body.test(body))
    signs.push('it says no more than that');
  // An article about names is one among others; the offer of a name stands under all addresses.
  const own = offered && (ownTitle.test(title) || title.toLowerCase().includes(baseOf(hostOf(attempt))));
  if (siblingAlike && (own || marked)) signs.push('a made-up address beside it is answered alike');
  return signs;
}

function byHost({ hops }: Attempt): string[] {
  const start = new URL(hops[0]?.url ?? 'http://x/');
  const end = new URL(hops.at(-1)?.url ?? start.href);
  const moved = end.hostname !== start.hostname;
  const signs: string[] = [];
  if (moved && hosts.test(end.hostname) && !hosts.test(start.hostname)) {
    signs.push(`it ends at ${end.hostname}, where names are sold`, 'another host answers');
  }
  if (moved && prefix.test(end.hostname)) signs.push(`it ends at ${end.hostname}, as parked names do`);
  if (paths.test(end.pathname)) signs.push(`it redirects to ${end.pathname}`);
  return signs;
}

/** No title but the name itself, and next to no text. */
function isBare(page: Page | undefined, host: string): boolean {
  const title = page?.title?.toLowerCase() ?? '';
  return (title === '' || title === host) && (page?.text ?? 0) < 200;
}

/** The last two labels: who offers a name offers it without what is in front of it. */
function baseOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** Of the address that was linked, without `www.`. */
function hostOf({ hops }: Attempt): string {
  return new URL(hops[0]?.url ?? 'http://x/').hostname.replace(/^www\./, '');
}
