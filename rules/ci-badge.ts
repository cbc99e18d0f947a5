import type { Definition } from 'mdast';
import { isCiBadge } from '../src/ci-badge/services.ts';
import { withoutBadge } from '../src/ci-badge/without-badge.ts';
import { attributeOf, scanTags } from '../src/list/html-tags.ts';
import { isImage } from '../src/list/navigation.ts';
import type { Link } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';
import type { Source } from '../src/source.ts';

export default defineRule({
  id: 'ci-badge',
  summary: 'No badge of the list shows the state of its checks',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'safe',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Badges that show whether a build or a check passed: GitHub Actions, Travis CI, CircleCI, AppVeyor, Azure Pipelines,
GitLab and other services, also as drawn by shields.io or badgen.net, in Markdown and HTML, as reference too. Badges of the
things that are listed are left alone.`,
    why: `Whether the last check of a list passed tells its readers nothing; sindresorhus/awesome asks lists to leave such badges out.
The checks are seen beside the commits.`,
    bad: `# Awesome Tea

[![Build](https://github.com/tea/awesome-tea/actions/workflows/links.yml/badge.svg)](https://github.com/tea/awesome-tea/actions)

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome.',
  },

  list({ links }, { source, report }) {
    const uses = new Map<Definition, number>();
    for (const { definition } of links) if (definition) uses.set(definition, (uses.get(definition) ?? 0) + 1);
    const around = links.map((link) => (isImage(link, source.text) ? undefined : link));
    for (const [index, image] of links.entries()) {
      if (around[index] || image.entry || !isCiBadge(image.url, wordsOf(image, source))) continue;
      const before = around[index - 1];
      const link = before && !before.entry && encloses(before, image) ? before : undefined;
      report({
        reason: `A badge of the state of checks: ${image.url}`,
        at: image.place,
        link: image.url,
        fix: withoutBadge({ image, link }, { uses, source }),
      });
    }
  },
});

/** What the image says of itself: its alternative text and its title. */
function wordsOf({ node, text, place }: Link, source: Source): string {
  if (node.type === 'image') return `${text} ${node.title ?? ''}`;
  if (node.type !== 'html') return text;
  const [tag] = scanTags(source.text, { start: place.start.offset ?? 0, end: place.end.offset ?? 0 }, node);
  return `${text} ${(tag && attributeOf(tag, 'title')?.value) ?? ''}`;
}

/** Of HTML the link is its tag alone: that it holds the image is seen by what stands between. */
function encloses(link: Link, image: Link): boolean {
  return link.kind !== 'html' && (link.place.end.offset ?? 0) >= (image.place.end.offset ?? 0);
}
