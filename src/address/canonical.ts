/** One way in which addresses of a known host are written otherwise than the host itself writes them. */
interface Canon {
  /** What is not canonical, the beginning of a sentence. */
  what: string;
  /** Over the address as written; what it does not match stays byte for byte. */
  pattern: RegExp;
  /** As `String.replace` takes it. */
  to: string | ((...match: string[]) => string);
}

/** Applied in this order, each to what the one before has made. arXiv is apart: see `arxivForm`. */
const canons: readonly Canon[] = [
  {
    what: '“www.” is not part of GitHub’s address',
    pattern: /^(https?:\/\/)www\.(?=github\.com(?:[/?#]|$))/i,
    to: '$1',
  },
  {
    what: '“.git” is for cloning, not for reading',
    pattern:
      /^(https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)\/[\w.-]+\/[\w.-]+?)\.git(?=\/?(?:[?#]|$))/i,
    to: '$1',
  },
  {
    what: 'The root of the default branch is the repository itself',
    pattern: /^(https?:\/\/github\.com\/[\w.-]+\/[\w.-]+)\/tree\/(?:master|main)\/?(?=[?#]|$)/i,
    to: '$1',
  },
  {
    what: 'A short address of YouTube',
    pattern: /^https?:\/\/(?:www\.)?youtu\.be\/([\w-]{6,})\/?(?:\?([^#]*))?(?=#|$)/i,
    to: (_, id, query) => `https://www.youtube.com/watch?v=${id}${query ? `&${query}` : ''}`,
  },
  mobile('YouTube', /^(https?:\/\/)m\.(?=youtube\.com(?:[/?#]|$))/i, '$1www.'),
  mobile('Wikipedia', /^(https?:\/\/[a-z-]+)\.m(?=\.wik[a-z]+\.org(?:[/?#]|$))/i, '$1'),
  mobile('Twitter', /^(https?:\/\/)mobile\.(?=(?:twitter|x)\.com(?:[/?#]|$))/i, '$1'),
  mobile('Facebook', /^(https?:\/\/)m\.(?=facebook\.com(?:[/?#]|$))/i, '$1www.'),
  {
    what: 'The former address of the DOI resolver',
    pattern: /^https?:\/\/(?:dx|www)\.doi\.org(?=\/10\.)/i,
    to: 'https://doi.org',
  },
  {
    what: 'The raw text of a readme',
    pattern:
      /^https:\/\/raw\.githubusercontent\.com\/([\w.-]+\/[\w.-]+)\/(?:refs\/heads\/)?(?:master|main|HEAD)\/readme(?:\.md)?(?=#|$)/i,
    to: 'https://github.com/$1',
  },
];

function mobile(site: string, pattern: RegExp, to: string): Canon {
  return { what: `The mobile site of ${site}`, pattern, to };
}

/** The canonical form of an address as written, and what was not; undefined for one that is canonical, or of no known host. */
export function canonicalOf(address: string): { address: string; what: string } | undefined {
  let canonical = address;
  let why: string | undefined;
  for (const { what, pattern, to } of canons) {
    const before = canonical;
    canonical = canonical.replace(pattern, to as string);
    if (canonical !== before) why ??= what;
  }
  return why === undefined ? undefined : { address: canonical, what: why };
}

const arxiv =
  /^(https?:\/\/(?:www\.)?arxiv\.org)\/(abs|pdf)\/([\w.-]+\/\d{7}|\d{4}\.\d{4,5})(v\d+)?(?:\.pdf)?\/?(?=[?#]|$)/i;

/** Which page of a paper an address of arXiv leads to, `abs` or `pdf`; undefined for any other address. */
export function arxivForm(address: string): string | undefined {
  return arxiv.exec(address)?.[2]?.toLowerCase();
}

/** The page of the paper whose PDF an address leads to. */
export function arxivAbstract(address: string): string {
  return address.replace(arxiv, (_, host, __, id, version = '') => `${host}/abs/${id}${version}`);
}
