/** What an address of GitHub's points at, as far as its interface can answer for it. */
export type Thing =
  | { kind: 'owner'; owner: string }
  | { kind: 'repository'; owner: string; name: string }
  | { kind: 'file'; owner: string; name: string; ref: string; path: string }
  | { kind: 'issue'; owner: string; name: string; number: number }
  | { kind: 'release'; owner: string; name: string; tag: string }
  | { kind: 'commit'; owner: string; name: string; sha: string };

/** First path segments that are GitHub's own pages. */
const reserved = new Set(
  `about account apps articles blog codespaces collections contact contributors copilot customer-stories dashboard
   enterprise events explore features gist github-copilot home issues join login logout marketplace mobile models new
   news nonprofit notifications orgs organizations partners pricing pulls readme resources search security sessions
   settings showcases signup site solutions sponsors stars team teams topics trending users watching whats-new wiki`.split(
    /\s+/,
  ),
);

const name = /^[\w.-]+$/;

/** undefined where only the page itself can tell: wikis, searches, comparisons, GitHub's own pages. */
export function parseGitHub(url: URL): Thing | undefined {
  if (url.search !== '') return undefined;
  const segments = url.pathname.split('/').filter(Boolean).map(decoded);
  const [owner = '', written = '', what, ...rest] = segments;
  if (!name.test(owner) || reserved.has(owner.toLowerCase())) return undefined;
  if (written === '') return { kind: 'owner', owner };
  const repository = written.replace(/\.git$/, '');
  if (!name.test(repository)) return undefined;
  if (what === undefined) return { kind: 'repository', owner, name: repository };
  return within(owner, repository, what, rest);
}

function within(owner: string, name: string, what: string, rest: string[]): Thing | undefined {
  const [first = '', ...others] = rest;
  if ((what === 'blob' || what === 'tree') && first !== '') {
    return { kind: 'file', owner, name, ref: first, path: others.join('/') };
  }
  if ((what === 'issues' || what === 'pull') && /^\d{1,9}$/.test(first) && others.length === 0) {
    return { kind: 'issue', owner, name, number: Number(first) };
  }
  if (what === 'releases' && first === 'tag' && others.length > 0) {
    return { kind: 'release', owner, name, tag: others.join('/') };
  }
  if (what === 'commit' && /^[0-9a-f]{7,40}$/.test(first)) return { kind: 'commit', owner, name, sha: first };
  return undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
