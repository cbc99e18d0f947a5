import { plainFragment } from '../src/anchors.ts';
import type { LocalTarget } from '../src/facts/facts.ts';
import { localPath } from '../src/facts/local-path.ts';
import { isPlaceholder, urlFault } from '../src/link-syntax/url-faults.ts';
import type { Link } from '../src/list/types.ts';
import { caseOf } from '../src/local-link/case-of.ts';
import { nearest } from '../src/nearest.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'local-link',
  summary: 'Relative links lead to a file, and to a heading in it, that is there',
  category: 'link',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'suggested',
  options: {},
  since: '0.1.0',
  needs: ['localTargets'],
  docs: {
    finds:
      'Links and images whose relative address names a file or directory that is not in the repository, names it in another case, leads out of the repository, or names a heading that the other Markdown file does not have. Case counts, as it does on GitHub. GitHub’s own pages (`../../issues`) are fine. A list from standard input has no place, so nothing is said of its relative links.',
    why: 'The reader gets a page that says 404, or the top of a file instead of the part that was meant. A difference in case works on the author’s computer and nowhere else.',
    bad: '# Tea\n\n[How to contribute](contributing.md)\n',
    good: '# Tea\n\n[Issues](../../issues), [the web](https://tea.example), [above](#tea)\n',
    whenOff: 'In a list that is shown by a site which puts other files beside it.',
  },
  list: ({ links }, { facts, report }) => {
    const seen = new Set<number | undefined>();
    for (const link of links) {
      const written = localPath(link.url);
      const target = written === undefined ? undefined : facts.localTargets.get(written);
      if (written === undefined || !target || isOther(link.url)) continue;
      const fault = target.exists
        ? missingAnchor(link.url, written, target)
        : missingFile(link.url, written, target);
      const place = link.urlPlace ?? link.place;
      // A definition is one address, however often it is used.
      if (!fault || (link.definition && seen.has(place.start.offset))) continue;
      seen.add(place.start.offset);
      report({
        reason: fault.reason,
        at: place,
        actual: link.url,
        expected: fault.expected === undefined ? undefined : [fault.expected],
        link: link.url,
        fix: fault.expected === undefined ? undefined : replaced(link, fault.expected),
      });
    }
  },
});

interface Fault {
  reason: string;
  /** The address as it should be. */
  expected?: string;
}

/** Pages that GitHub shows beside a repository's files: `../../issues`, seen from a readme, is the repository's own. */
const pages =
  /^(?:\.\/)?(?:\.\.\/)+(?:issues|pulls?|wiki|releases|discussions|actions|stargazers|watchers|network|forks?|graphs|commits?|compare|tree|blob|raw|edit|projects|labels|milestones?|tags|branches|security|settings|archive|search)(?:\/|$)/;

/** Addresses that are the matter of another rule, or of a template. */
function isOther(url: string): boolean {
  return isPlaceholder(url) || urlFault(url) !== undefined || /\{[{%]|<%|\$\{/.test(url);
}

function missingFile(
  url: string,
  written: string,
  target: Extract<LocalTarget, { exists: false }>,
): Fault | undefined {
  if (pages.test(written)) return undefined;
  if (target.outside) return { reason: `“${written}” leads out of the repository` };
  if (target.otherCase !== undefined) {
    const right = caseOf(written, target.otherCase);
    const expected = right === written ? undefined : right + url.slice(written.length);
    return {
      reason: `There is no “${written}” in the repository, but “${target.otherCase}”: case counts`,
      ...(expected !== undefined && { expected }),
    };
  }
  const { near } = target;
  return {
    reason: `There is no “${written}” in the repository${near === undefined ? '' : `; “${near}” is the nearest`}`,
    ...(near !== undefined && { expected: near + url.slice(written.length) }),
  };
}

function missingAnchor(
  url: string,
  written: string,
  { anchors }: Extract<LocalTarget, { exists: true }>,
): Fault | undefined {
  const fragment = url
    .slice(written.length)
    .replace(/^\?[^#]*/, '')
    .slice(1);
  // Without Markdown there is nothing to look for; a line of a file is not a heading.
  if (!anchors || fragment === '' || /^L\d+(?:-L\d+)?$|^:~:/.test(fragment)) return undefined;
  const wanted = plainFragment(fragment);
  for (const anchor of anchors) if (keyOf(anchor) === keyOf(wanted)) return undefined;
  if (wanted === 'readme' || wanted === 'top') return undefined;
  const near = nearest(wanted, anchors);
  return {
    reason: `“${written}” has no heading or anchor “#${fragment}”${near ? `; “#${near}” is the nearest` : ''}`,
    ...(near && { expected: url.slice(0, url.length - fragment.length) + near }),
  };
}

// As for anchors within a list: a variation selector or a dash left by a badge makes no difference.
function keyOf(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/[\uFE0E\uFE0F]/g, '')
    .replace(/-+$/, '');
}

function replaced({ urlPlace }: Link, text: string) {
  const start = urlPlace?.start.offset;
  const end = urlPlace?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  return { kind: 'suggested' as const, touches: ['links' as const], edits: [{ start, end, text }] };
}
