/** Hosts whose first two path segments name a repository. */
const forges =
  /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|git\.sr\.ht|raw\.githubusercontent\.com|gist\.github\.com|huggingface\.co)$/;

/**
 * A name for an address, made from its host and path: `owner/repo` for a repository, `example.com` for a host,
 * `example.com/page` for a page. Undefined for what is no web address.
 */
export function addressName(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const segments = pathname.split('/').filter(Boolean).map(decoded);
  if (forges.test(host) && segments.length >= 2)
    return `${segments[0]}/${segments[1]!.replace(/\.git$/, '')}`;
  const last = segments.at(-1)?.replace(/\.(?:html?|php|aspx?|pdf|md)$/i, '');
  return last ? `${host}/${last}` : host;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
