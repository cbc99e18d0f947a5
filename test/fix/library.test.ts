import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { fix } from '../../src/index.ts';

const untidy = `# Awesome Library

> A curated list of things.

## Things

- [One](https://one.example) - The first of them.  
- [Two](https://two.example) - The second of them.
- https://three.example/thing - The third of them.
`;
const tidy = untidy.replace('them.  \n', 'them.\n');

describe('fixing for who has kempt as a library', () => {
  it('gives the mended text, what was mended, and what is left', async () => {
    const { text, applied, left, messages } = await fix(untidy);
    expect(text).toBe(tidy);
    expect(applied).toEqual([{ rule: 'whitespace', kind: 'safe', count: 1 }]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['bare-url']);
    expect(left).toEqual([{ message: messages[0], why: 'suggested' }]);
  });

  it('mends what wants a look, and only some rules, where that is asked for', async () => {
    const { text } = await fix(untidy, {}, { suggested: true, rules: ['bare-url'] });
    expect(text).toContain('them.  \n');
    expect(text).toContain('](https://three.example/thing) - The third');
  });

  it('goes by the configuration', async () => {
    const { text, messages } = await fix(untidy, { rules: { whitespace: 'off', 'bare-url': 'off' } });
    expect([text, messages]).toEqual([untidy, []]);
  });

  it('leaves the file alone that it is given, and keeps a byte order mark', async () => {
    const file = new VFile({ path: 'README.md', value: `\uFEFF${untidy}` });
    expect((await fix(file)).text).toBe(`\uFEFF${tidy}`);
    expect([String(file), file.messages]).toEqual([`\uFEFF${untidy}`, []]);
  });

  it('does not take a rule that does not exist', async () => {
    await expect(fix(untidy, {}, { rules: ['whitespaces'] })).rejects.toMatchObject({
      name: 'KemptError',
      message: 'there is no rule `whitespaces`',
      hint: 'did you mean `whitespace`?',
    });
  });
});
