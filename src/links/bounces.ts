import type { Hop } from './types.ts';

/** Where hosts send those who are not logged in, have not agreed yet, or may be robots. Any of what is given fits. */
const bounces: { what: string; host?: RegExp; path?: RegExp; query?: RegExp }[] = [
  {
    what: 'log-in',
    host: /^(accounts|account|login|signin|auth|sso|idp|id|passport|cas|oauth|adfs|keycloak)\./,
  },
  { what: 'log-in', host: /\.(okta|auth0|onelogin)\.com$|^login\.microsoftonline\.com$/ },
  {
    what: 'log-in',
    path: /\/(log-?in|log_in|sign-?in|sign_in|authwall|auth\/(login|signin)|users\/sign_in|session\/new|sso|oauth2?\/(v\d\/)?auth(orize)?|saml2?|wp-login\.php|uas\/login|checkpoint|register|signup|sign-up)(\.\w+)?(\/|$)/i,
  },
  {
    what: 'log-in',
    query:
      /[?&](return_to|returnto|returnurl|redirect_to|redirect_uri|redirect_url|continue|next|destination|service|target)=[^&]*(%2f|\/)/i,
  },
  { what: 'bot check', host: /^validate\.perfdrive\.com$|(^|\.)captcha-delivery\.com$/ },
  { what: 'bot check', path: /^\/sorry\/index$/ },
  { what: 'waiting-room', host: /\.queue-it\.net$/ },
  { what: 'consent', host: /^(consent|privacy|cmp|guce)\./ },
  {
    what: 'consent',
    path: /\/(consent|cookie-?consent|gdpr|privacy-?(wall|gate)|cookie-?wall|age-?(gate|check|verification))(\.\w+)?(\/|$)/i,
  },
];

/**
 * What a chain was sent to instead of its page; undefined where it was not: a page that is a log-in itself is none, and
 * a round that ends at the page is a log-in that let everyone in.
 */
export function bounceOf(hops: readonly Hop[]): string | undefined {
  if (hops.length < 2 || hops.at(-1)?.url === hops[0]?.url) return undefined;
  const [first, ...rest] = hops.map(({ url }) => new URL(url)) as [URL, ...URL[]];
  const own = bounces.filter((bounce) => fits(bounce, first));
  return bounces.find((bounce) => !own.includes(bounce) && rest.some((url) => fits(bounce, url)))?.what;
}

function fits({ host, path, query }: (typeof bounces)[number], url: URL): boolean {
  return (
    (host?.test(url.hostname) ?? false) ||
    (path?.test(url.pathname) ?? false) ||
    (query?.test(url.search) ?? false)
  );
}
