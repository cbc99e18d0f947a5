import { slug } from 'github-slugger';
import { editDistance } from '../nearest.ts';
import { hasText, isTextFragment } from './text-fragments.ts';
import type { AnchorAnswer, Page } from './types.ts';

/** Looks for fragments among the ids of a page as they stream by. */
export interface AnchorSearch {
  id(id: string): void;
  /** Text of a heading, which scripts may make an anchor of. */
  heading(text: string): void;
  /** Text of a script: GitHub ships rendered files inside one. */
  script(text: string): void;
  /** Text that readers see, where some is looked for. */
  text(text: string): void;
  done(): boolean;
  answers(page: Page): Record<string, AnchorAnswer>;
}

const scriptRoute = 'a route that the page’s scripts read';
/** Fragments that scripts give a meaning to; no id has to be there. */
const scriptRoutes: [RegExp, string][] = [
  [/^[!/]/, scriptRoute],
  [/^(narrow|gsc\.tab|access_token|tab|q|search|page|filter)[/=]/i, 'a state that the page’s scripts read'],
  [/[=&]/, 'parameters that the page’s scripts read'],
  [/:~:/, 'a text fragment, which browsers only scroll by'],
];

/** `#L10`, `#L10-L20`, `#L10C3-L12C1` on a page of source code. */
const lines = /^L\d+(C\d+)?(-L?\d+(C\d+)?)?$/;
/** Of a page's text, where some is looked for. */
const textKept = 2_000_000;
/** Kept for the nearest anchor. */
const idsKept = 1000;

/** @param looksForText whether `#:~:text=…` is looked for; it is unknown otherwise */
export function searchAnchors(fragments: readonly string[], url: URL, looksForText = false): AnchorSearch {
  const answers = new Map<string, AnchorAnswer>();
  const wanted = new Map<string, Set<string>>();
  const kept: string[] = [];
  const headed = new Set<string>();
  const texts = looksForText ? fragments.filter(isTextFragment) : [];
  let shown = '';
  for (const fragment of fragments) {
    if (texts.includes(fragment)) continue;
    const early = withoutLooking(fragment);
    if (early) answers.set(fragment, early);
    else for (const id of spellings(fragment, url)) put(wanted, id, fragment);
  }
  const found = (id: string) => {
    for (const fragment of wanted.get(id) ?? []) answers.set(fragment, { state: 'found' });
  };

  return {
    id(id) {
      found(id);
      if (kept.length < idsKept && id.length < 200) kept.push(id);
    },
    heading(text) {
      if (headed.size < idsKept) headed.add(slug(text.trim()));
    },
    script(text) {
      if (!isGitHub(url)) return;
      for (const id of wanted.keys()) if (id.startsWith('user-content-') && text.includes(id)) found(id);
    },
    text(text) {
      if (texts.length > 0 && shown.length < textKept) shown += text;
    },
    done: () => answers.size === new Set(fragments).size,
    answers: (page) =>
      Object.fromEntries(
        fragments.map((fragment) => [
          fragment,
          answers.get(fragment) ??
            (texts.includes(fragment) && hasText(shown, fragment)
              ? { state: 'found' as const }
              : unanswered(fragment, page, { ids: kept, headed }, url)),
        ]),
      ),
  };
}

function withoutLooking(fragment: string): AnchorAnswer | undefined {
  if (fragment === '' || fragment.toLowerCase() === 'top') return { state: 'found' };
  const route = scriptRoutes.find(([pattern]) => pattern.test(fragment));
  return route && { state: 'unknown', why: route[1] };
}

/** The ids that answer a fragment, by the ladder: as written, percent-decoded, GitHub's prefix, lower case. */
function spellings(fragment: string, url: URL): Set<string> {
  const plain = [fragment, decoded(fragment)];
  if (isGitHub(url)) plain.push(decoded(fragment).toLowerCase());
  return new Set(plain.flatMap((id) => [id, `user-content-${id}`]));
}

/** What was seen of a page: its ids, and the anchors that its headings would have. */
interface Seen {
  ids: string[];
  headed: Set<string>;
}

function unanswered(fragment: string, page: Page, { ids, headed }: Seen, url: URL): AnchorAnswer {
  if (page.cut) return { state: 'unknown', why: 'the page is longer than kempt reads' };
  if (page.ids === 0 && page.scripts > 0) return { state: 'unknown', why: 'scripts build the page' };
  if (page.text < 200 && page.scripts > 0) return { state: 'unknown', why: 'scripts build the page' };
  if (fragment.includes('/') && page.scripts > 0) return { state: 'unknown', why: scriptRoute };
  if (headed.has(decoded(fragment).toLowerCase()) && page.scripts > 0) {
    return { state: 'unknown', why: 'a heading is called so, and scripts may make it an anchor' };
  }
  if (lines.test(fragment) && page.scripts > 0) return { state: 'unknown', why: 'scripts number the lines' };
  if (isGitHub(url) && scriptBuiltOnGitHub(fragment, url)) {
    return { state: 'unknown', why: 'GitHub’s scripts build this part of the page' };
  }
  const nearest = nearestId(decoded(fragment), ids);
  return { state: 'missing', ...(nearest === undefined ? {} : { nearest }) };
}

/** Anchors of discussions, diffs and files come with scripts; those of a readme stand in the page. */
function scriptBuiltOnGitHub(fragment: string, url: URL): boolean {
  if (/^(readme|issuecomment|discussion|pullrequestreview|diff|commitcomment|event)/i.test(fragment))
    return true;
  return /^\/[^/]+\/[^/]+\/(blob|issues|pull|discussions|wiki|commit|compare)(\/|$)/.test(url.pathname);
}

function isGitHub(url: URL): boolean {
  return url.hostname === 'github.com' || url.hostname === 'gist.github.com';
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}

/** The id that differs least: by at most a third of its length, case and punctuation aside. */
function nearestId(fragment: string, ids: string[]): string | undefined {
  const wanted = plainText(fragment).slice(0, 100);
  let best: { id: string; distance: number } | undefined;
  for (const id of ids) {
    const candidate = plainText(id.replace(/^user-content-/, ''));
    if (Math.abs(candidate.length - wanted.length) > wanted.length / 3) continue;
    const distance = editDistance(wanted, candidate);
    if (distance <= wanted.length / 3 && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { id: id.replace(/^user-content-/, ''), distance };
    }
  }
  return best?.id;
}

function plainText(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
