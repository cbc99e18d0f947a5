import { isLinkedHeading } from '../src/list/linked-heading.ts';
import type { HeadingInfo } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'heading-order',
  summary: 'No heading is more than one level deeper than the one it stands under',
  category: 'list',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Headings that skip a level on the way down, such as \`####\` right under \`##\`. Of several such in a row the first is named.
A list that skips that level as a habit is left alone.`,
    why: `The levels of headings are the list's outline: screen readers read it out, and GitHub makes its menu of it. A level that
is skipped reads as a section that is missing.`,
    bad: `# Awesome Tea

## Green

### Steamed

- [Sencha](https://example.com/sencha) - Fresh.

## Black

### Indian

- [Assam](https://example.com/assam) - Malty.

## White

#### Chinese

- [Bai Mudan](https://example.com/bai-mudan) - Mild.
`,
    good: `# Awesome Tea

## Green

### Steamed

- [Sencha](https://example.com/sencha) - Fresh.

## White

### Chinese

- [Bai Mudan](https://example.com/bai-mudan) - Mild.
`,
    whenOff: 'Levels are chosen for the size of their letters.',
  },

  list({ headings }, { report }) {
    const steps = stepsOf(headings);
    const top = headings.find(({ depth }) => depth === 1);
    const children = new Map<number, { kept: number; skipped: number }>();
    for (const { over, heading } of steps) {
      const count = children.get(over.depth) ?? { kept: 0, skipped: 0 };
      if (heading.depth === over.depth + 1) count.kept++;
      else count.skipped++;
      children.set(over.depth, count);
    }
    for (const { over, heading, first } of steps) {
      const { kept, skipped } = children.get(over.depth)!;
      // HTML headings mostly are what a banner is laid out with.
      if (!first || heading.node.type !== 'heading') continue;
      // `# [Name](…)` in the middle of a list: `title` says so.
      if (over.depth === 1 && over !== top && isLinkedHeading(over)) continue;
      if (heading.depth === over.depth + 1 || (skipped > 1 && skipped >= kept)) continue;
      report({
        reason: `“${heading.text}” is a heading of level ${heading.depth} right under one of level ${over.depth}, expected level ${over.depth + 1}`,
        at: heading.place,
      });
    }
  },
});

interface Step {
  /** The heading it stands under. */
  over: HeadingInfo;
  heading: HeadingInfo;
  /** Whether it is the first under it. */
  first: boolean;
}

function stepsOf(headings: readonly HeadingInfo[]): Step[] {
  const steps: Step[] = [];
  const open: HeadingInfo[] = [];
  let before: HeadingInfo | undefined;
  for (const heading of headings) {
    while (open.length > 0 && open.at(-1)!.depth >= heading.depth) open.pop();
    const over = open.at(-1);
    if (over) steps.push({ over, heading, first: before === over });
    open.push(heading);
    before = heading;
  }
  return steps;
}
