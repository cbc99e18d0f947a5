import { describe, expect, it } from 'vitest';
import { lint } from '../src/index.ts';
import { baselineOf, newFindings } from '../src/suppress/baseline.ts';

const list = `# Awesome Things

## Tools

- [One](https://one.example) - The first.${'  '}
- [Two]( https://two.example) - The second.
`;

async function findings(markdown: string) {
  const { messages } = await lint(markdown);
  return { path: 'README.md', source: markdown, messages };
}

describe('a baseline', () => {
  it('knows today’s findings', async () => {
    const today = await findings(list);
    expect(today.messages.length).toBeGreaterThan(0);
    expect(newFindings(today, baselineOf([today]))).toEqual([]);
  });

  it('knows them when lines have moved', async () => {
    const baseline = baselineOf([await findings(list)]);
    const later = await findings(list.replace('## Tools', 'A list of things that are tools.\n\n## Tools'));
    expect(newFindings(later, baseline)).toEqual([]);
  });

  it('reports what is new, a second of a kind too', async () => {
    const baseline = baselineOf([await findings(list)]);
    const later = await findings(`${list}- [Three]( https://three.example) - The third.\n`);
    expect(newFindings(later, baseline).map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['link-syntax', 7],
    ]);
    const twice = await findings(list.replace(/(- \[Two\].*\n)/, '$1$1'));
    expect(newFindings(twice, baseline).filter(({ ruleId }) => ruleId === 'link-syntax')).toHaveLength(1);
  });

  it('reads the same whatever order the findings came in', async () => {
    const today = await findings(list);
    const turned = { ...today, messages: today.messages.toReversed() };
    expect(JSON.stringify(baselineOf([turned]))).toBe(JSON.stringify(baselineOf([today])));
  });
});
