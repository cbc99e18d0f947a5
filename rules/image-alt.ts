import type { Nodes } from 'mdast';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'image-alt',
  summary: 'Images say in words what they show',
  category: 'list',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Images without alternative text, in Markdown (\`![](logo.svg)\`) and in HTML (an \`<img>\` without \`alt\`). In HTML an empty
\`alt=""\` is deliberate: it marks an image as decoration. An icon beside the text of its own link is decoration, too.`,
    why: `The text is all that a screen reader can read out, and all that is shown where the image does not load. An image that is
the only thing in a link leaves that link without a name.`,
    bad: `# Awesome Tea

![](leaf.svg)

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

![A leaf of tea](leaf.svg)

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'All images of the list are decoration.',
  },

  nodes: {
    image(node, { report }, ancestors) {
      if (isBlank(node.alt) && !isIcon(ancestors)) report({ ...finding, at: node, link: node.url });
    },
    imageReference(node, { report }, ancestors) {
      if (isBlank(node.alt) && !isIcon(ancestors)) report({ ...finding, at: node });
    },
    html(node, { source, report }) {
      const start = node.position?.start.offset;
      if (start === undefined) return;
      const html = source.slice(node.position!);
      // Comments are blanked out, so that places stay what they are.
      const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
      for (const { 0: tag, index } of shown.matchAll(/<img(?=[\s/])(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi)) {
        if (
          /\s(?:alt|aria-label|aria-labelledby)\s*=|\salt(?=[\s/>])|\saria-hidden\s*=\s*["']?true|role\s*=\s*["']?presentation/i.test(
            tag,
          )
        )
          continue;
        report({
          reason: finding.reason,
          at: source.place(start + index, start + index + tag.length),
          note: 'Say in alt="…" what it shows; alt="" says that it is decoration.',
        });
      }
    },
  },
});

const finding = {
  reason: 'An image without alternative text',
  note: 'Say between the brackets what it shows: ![a kite in the sky](…)',
};

function isBlank(alt: string | null | undefined): boolean {
  return (alt ?? '').trim() === '';
}

/** Whether an image stands beside text in its link, which names the link already. */
function isIcon(ancestors: readonly Nodes[]): boolean {
  const link = ancestors.findLast(({ type }) => type === 'link' || type === 'linkReference');
  if (!link || !('children' in link)) return false;
  return link.children.some(
    (child) => child.type !== 'image' && child.type !== 'imageReference' && hasText(child),
  );
}

function hasText(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.trim() !== '';
  return 'children' in node && node.children.some(hasText);
}
