/** The cookies of one redirect chain: some hosts redirect to themselves until a cookie comes back. */
export interface CookieJar {
  take(url: URL, setCookie: readonly string[]): void;
  /** The Cookie header for a request; undefined where there is none. */
  header(url: URL): string | undefined;
}

interface Cookie {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
}

/** Enough for any log-in dance, too little to be filled by a hostile host. */
const limits = { cookies: 50, size: 4096 };

/** RFC 6265's storage model, as far as a chain of ten hops needs it: no expiry but deletion, no public suffixes. */
export function createCookieJar(): CookieJar {
  const jar = new Map<string, Cookie>();
  return {
    take(url, setCookie) {
      for (const line of setCookie) {
        const cookie = parse(url, line);
        if (!cookie) continue;
        const key = `${cookie.domain}|${cookie.path}|${cookie.name}`;
        if (cookie.value === undefined) jar.delete(key);
        else if (jar.size < limits.cookies) jar.set(key, cookie as Cookie);
      }
    },
    header(url) {
      const fitting = [...jar.values()].filter((cookie) => fits(cookie, url));
      if (fitting.length === 0) return undefined;
      return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}

function parse(url: URL, line: string): (Omit<Cookie, 'value'> & { value: string | undefined }) | undefined {
  if (line.length > limits.size) return undefined;
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  if (equals < 1 || /[\u0000-\u001f\u007f]/.test(pair)) return undefined;
  const options = new Map(
    attributes.map((attribute) => {
      const [name = '', ...rest] = attribute.split('=');
      return [name.trim().toLowerCase(), rest.join('=').trim()] as const;
    }),
  );
  const domain = (options.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  // A cookie for a bare suffix such as “com” would be for every host.
  if (domain !== '' && !(within(url.hostname, domain) && domain.includes('.'))) return undefined;
  const path = options.get('path');
  const over = options.has('max-age') ? Number(options.get('max-age')) <= 0 : isPast(options.get('expires'));
  return {
    name: pair.slice(0, equals),
    value: over ? undefined : pair.slice(equals + 1),
    domain: domain || url.hostname,
    hostOnly: domain === '',
    path: path?.startsWith('/') ? path : url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/',
    secure: options.has('secure'),
  };
}

function isPast(expires: string | undefined): boolean {
  return expires !== undefined && Date.parse(expires) < Date.now();
}

function fits(cookie: Cookie, url: URL): boolean {
  if (cookie.secure && url.protocol !== 'https:') return false;
  if (cookie.hostOnly ? url.hostname !== cookie.domain : !within(url.hostname, cookie.domain)) return false;
  const path = cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`;
  return url.pathname === cookie.path || url.pathname.startsWith(path);
}

function within(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
