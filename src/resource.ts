import { isTracking } from './address/tracking.ts';

/** Servers whose owner and repository names know no case, and where `.git` names the repository itself. */
const forges = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org']);

/** Fragments of a repository's page that lead to the page itself. */
const ofThePage = new Set(['', '#', '#readme', '#top', '#readme-ov-file']);

/** A repository as most lists write it: nothing that a parser would change, and that takes ten times as long. */
const plainRepository =
  /^https?:\/\/(?:www\.)?((?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/[\w-][\w.-]*\/[\w-][\w.-]*)\/?$/i;

/**
 * What an address leads to, as a key: two addresses with one key lead to the same resource. Scheme, `www.`, default
 * port, trailing slash, `index.html`, tracking parameters and the order of parameters make no difference; a fragment does.
 * Undefined for what is not an address on the web.
 */
export function resourceOf(url: string): string | undefined {
  const plain = plainRepository.exec(url)?.[1];
  if (plain !== undefined) return plain.toLowerCase().replace(/\.git$/, '');
  if (!/^(?:https?:)?\/\//i.test(url) || !URL.canParse(url, 'https://x/')) return undefined;
  const { hostname, port, pathname, searchParams, hash } = new URL(url, 'https://x/');
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
  const forge = forges.has(host);
  const path = forge ? forgePath(pathname) : pagePath(pathname);
  const fragment = forge && ofThePage.has(hash.toLowerCase()) ? '' : hash;
  return `${host}${isDefaultPort(port) ? '' : `:${port}`}${path}${queryOf(searchParams, host)}${fragment}`;
}

function isDefaultPort(port: string): boolean {
  return port === '' || port === '80' || port === '443';
}

function pagePath(pathname: string): string {
  return decode(pathname)
    .replace(/\/index\.html?$/i, '/')
    .replace(/\/+$/, '');
}

function forgePath(pathname: string): string {
  const [owner = '', repository = '', ...rest] = decode(pathname).split('/').filter(Boolean);
  const root = rest.length === 2 && rest[0] === 'tree' && (rest[1] === 'master' || rest[1] === 'main');
  const names = [owner, repository.replace(/\.git$/i, '')].filter(Boolean).map((name) => name.toLowerCase());
  return ['', ...names, ...(root ? [] : rest)].join('/');
}

function queryOf(parameters: URLSearchParams, host: string): string {
  const kept = [...parameters].filter(
    ([name, value]) => !isTracking({ name: name.toLowerCase(), value }, host),
  );
  if (kept.length === 0) return '';
  const sorted = kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `?${new URLSearchParams(sorted)}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
