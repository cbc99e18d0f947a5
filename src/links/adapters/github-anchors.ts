import GithubSlugger from 'github-slugger';
import type { AnchorAnswer } from '../types.ts';

const markdown = /\.(md|markdown|mdown|mkd|mdx)$/i;
const lines = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/;

/**
 * Whether fragments are there, by the source of a file: headings of Markdown by GitHub's slugs, lines by their
 * number. undefined where the source does not tell.
 */
export function anchorsInSource(
  fragments: readonly string[],
  source: string | null | undefined,
  path: string,
): Record<string, AnchorAnswer> | undefined {
  const answers: Record<string, AnchorAnswer> = {};
  let slugs: Set<string> | undefined;
  for (const fragment of fragments) {
    const answer = answerOf(fragment);
    if (!answer) return undefined;
    answers[fragment] = answer;
  }
  return answers;

  function answerOf(fragment: string): AnchorAnswer | undefined {
    if (/^(readme|top|)$/i.test(fragment) || fragment.startsWith('readme-ov-file')) return { state: 'found' };
    if (source === undefined || source === null) return undefined;
    const line = lines.exec(fragment);
    if (line) return lineAnswer(Math.max(Number(line[1]), Number(line[2] ?? 0)), source);
    if (!markdown.test(path)) return undefined;
    slugs ??= slugsOf(source);
    // What is not among the headings may still be an id in HTML that was not seen: the page decides.
    return slugs.has(plain(fragment)) ? { state: 'found' } : undefined;
  }
}

function lineAnswer(line: number, source: string): AnchorAnswer {
  const count = source.split('\n').length;
  if (line <= count) return { state: 'found' };
  return { state: 'missing', nearest: `L${count}` };
}

/** Slugs of headings, and ids written as HTML. Fenced code is left out; inline marks do not change a slug much. */
function slugsOf(source: string): Set<string> {
  const slugger = new GithubSlugger();
  const slugs = new Set<string>();
  let fence: string | undefined;
  let before = '';
  for (const line of source.split(/\r?\n/)) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3);
    if (mark && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    if (fence === undefined) {
      const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line.slice(0, 1000))?.[1];
      const underlined = /^ {0,3}(=+|-+)[ \t]*$/.test(line) && before.trim() !== '' ? before : undefined;
      const title = heading ?? underlined;
      if (title !== undefined) slugs.add(slugger.slug(plainHeading(title)));
      for (const id of line.matchAll(/\b(?:id|name)=["']([^"']{1,200})["']/gi))
        slugs.add((id[1] ?? '').toLowerCase());
    }
    before = line;
  }
  return slugs;
}

function plainHeading(title: string): string {
  return title
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replace(/<[^>]{0,300}>/g, '')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .trim();
}

function plain(fragment: string): string {
  let decoded = fragment;
  try {
    decoded = decodeURIComponent(fragment);
  } catch {
    // Kept as written.
  }
  return decoded.toLowerCase().replace(/^user-content-/, '');
}
