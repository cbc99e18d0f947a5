import { headerEnd } from '../src/list/header-end.ts';
import { isImage } from '../src/list/navigation.ts';
import type { Link, List } from '../src/list/types.ts';
import type { Fix } from '../src/message.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';

const home = 'https://awesome.re';
const image = 'https://awesome.re/badge.svg';
const badge = `[![Awesome](${image})](${home})`;

/** What awesome-lint takes, letter by letter. */
const targets = new Set([home, 'https://github.com/sindresorhus/awesome']);
const images = new Set([image, 'https://awesome.re/badge-flat.svg', 'https://awesome.re/badge-flat2.svg']);

export default defineRule({
  id: 'awesome-badge',
  summary: 'The Awesome badge stands at the main heading and leads to sindresorhus/awesome',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `A list without the Awesome badge, with the badge further down than the main heading, with another image than
\`https://awesome.re/badge.svg\`, \`badge-flat.svg\` or \`badge-flat2.svg\`, or with a badge that leads elsewhere than to
\`https://awesome.re\` or \`https://github.com/sindresorhus/awesome\`. The badge may stand in the heading, on a line of its own
beneath it, or in HTML at the top.`,
    why: `sindresorhus/awesome asks for the badge: it tells readers that a list keeps to its guidelines, and leads to the other
lists. Old addresses of the image, such as those at cdn.rawgit.com, may stop working any day.`,
    bad: `# Awesome Tea

Leaves in hot water.

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea ${badge}

Leaves in hot water.

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome.',
  },

  list(list, { source, report }) {
    if (!list.badge) {
      // The list of lists is what the badge leads to.
      if (/^\P{Letter}*awesome\P{Letter}*$/iu.test(list.title?.text ?? '')) return;
      report({
        reason: 'No Awesome badge at the main heading',
        at: list.title?.place,
        note: `It is written ${badge}`,
        fix: insertion(list, source),
      });
      return;
    }
    const start = list.badge.place.start.offset ?? 0;
    if (start >= headerEnd(list)) {
      report({
        reason: 'The Awesome badge stands further down than the main heading',
        at: list.badge.place,
        note: 'It belongs to the right of the main heading, or on the line beneath it',
      });
    }
    for (const finding of faultsOf(list.badge, list, source)) report(finding);
  },
});

/** Behind the text of a heading in Markdown; for one in HTML nobody but its author knows where. */
function insertion({ title, headings }: List, source: Source): Fix | undefined {
  const at = title?.place.start.offset;
  const heading = headings.find(({ node, place }) => {
    return node.type === 'heading' && place.start.offset! <= at! && at! < place.end.offset!;
  })?.node;
  if (at === undefined || heading?.type !== 'heading') return undefined;
  const end = heading.children.at(-1)?.position?.end.offset;
  if (end === undefined) return undefined;
  // A reference, or white space that the tree leaves out: only what is seen counts.
  const text = source.text.slice(0, end).trimEnd();
  return {
    kind: 'suggested',
    touches: ['links', 'text'],
    edits: [{ start: text.length, end: text.length, text: ` ${badge}` }],
  };
}

function* faultsOf(found: Link, list: List, source: Source): Generator<Finding> {
  const picture = isImage(found, source.text) ? found : list.links[list.links.indexOf(found) + 1];
  if (picture && !images.has(picture.url)) {
    yield replacing(picture, image, `The image of the Awesome badge is ${picture.url}, expected ${image}`);
  }
  if (picture === found) {
    yield {
      reason: `The Awesome badge leads nowhere, expected ${home}`,
      at: found.place,
      fix: found.node.type === 'image' ? linked(found) : undefined,
    };
  } else if (!leadsHome(found)) {
    yield replacing(found, home, `The Awesome badge leads to ${found.url}, expected ${home}`);
  }
}

/** awesome-lint is exact in Markdown and blind in HTML; a fragment or a slash there leads to the same place. */
function leadsHome({ kind, url }: Link): boolean {
  return targets.has(kind === 'html' ? url.replace(/#.*$/, '').replace(/\/$/, '') : url);
}

function replacing({ urlPlace, place, url }: Link, expected: string, reason: string): Finding {
  const start = urlPlace?.start.offset;
  const end = urlPlace?.end.offset;
  const isKnown = start !== undefined && end !== undefined;
  return {
    reason,
    at: urlPlace ?? place,
    actual: url,
    expected: [expected],
    fix: isKnown
      ? { kind: 'suggested', touches: ['links'], edits: [{ start, end, text: expected }] }
      : undefined,
  };
}

function linked({ place }: Link): Fix | undefined {
  const start = place.start.offset;
  const end = place.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const edits = [
    { start, end: start, text: '[' },
    { start: end, end, text: `](${home})` },
  ];
  return { kind: 'suggested', touches: ['links'], edits };
}
