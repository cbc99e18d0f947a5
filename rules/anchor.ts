import { anchorsOf, fragmentFor } from '../src/anchors.ts';
import type { Link } from '../src/list/types.ts';
import type { Fix } from '../src/message.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'anchor',
  summary: 'Links within the list lead to a heading or an anchor that is there',
  category: 'list',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'suggested',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `A link to a \`#fragment\` of the same file for which there is no heading and no \`id\` or \`name\` in HTML.
Fragments are compared with the anchors that GitHub makes of headings: in lower case, punctuation and emoji dropped, blanks turned into
dashes, repeated headings numbered. \`#readme\`, \`#top\` and \`#\` work everywhere. Items of the table of contents are looked after
by \`contents\`.`,
    why: 'A click on such a link does nothing at all, and the reader cannot tell why.',
    bad: `# Awesome Tea

[Back to green](#gren-tea)

## Green Tea

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

[Back to green](#green-tea)

## Green Tea

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is shown by a site that makes its anchors in another way than GitHub.',
  },

  list(list, { report }) {
    const anchors = anchorsOf(list);
    const inContents = new Set(list.contents?.items.map(({ link }) => link));
    for (const link of list.links) {
      const fragment = fragmentOf(link);
      if (fragment === undefined || inContents.has(link)) continue;
      if (anchors.has(fragment) || isFootnote(fragment)) continue;
      const heading = anchors.meantBy(fragment, link.text);
      const meant = heading && fragmentFor(heading);
      report({
        reason: `No heading or anchor “#${fragment}” in this list${meant ? `; “#${meant}” is the nearest` : ''}`,
        at: link.urlPlace ?? link.place,
        actual: `#${fragment}`,
        expected: meant === undefined ? undefined : [`#${meant}`],
        link: link.url,
        fix: meant === undefined ? undefined : repoint(link, meant),
      });
    }
  },
});

/** The fragment of a link within the file; undefined for other links, and for placeholders such as `#-`. */
function fragmentOf({ url, kind }: Link): string | undefined {
  if (kind === 'image' || !url.startsWith('#')) return undefined;
  const fragment = url.slice(1);
  return /[\p{Letter}\p{Number}\p{Extended_Pictographic}%]/u.test(fragment) ? fragment : undefined;
}

/** GitHub gives footnotes and their references anchors of their own. */
function isFootnote(fragment: string): boolean {
  return /^(?:user-content-)?fn(?:ref)?-/.test(fragment);
}

function repoint({ urlPlace }: Link, slug: string): Fix | undefined {
  const { start, end } = urlPlace ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const edits = [{ start: start.offset, end: end.offset, text: `#${slug}` }];
  return { kind: 'suggested', touches: ['links'], edits };
}
