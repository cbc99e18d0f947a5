import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type Document, parse } from '../../src/document.ts';
import { fixDocument } from '../../src/fix/fix-document.ts';
import { type Edit, severityOf, type Touches } from '../../src/message.ts';
import { entriesOf, lettersIn, lintText, more, targetsOf } from '../support/fixing.ts';
import { generatedList } from '../support/generated-list.ts';

// Shrinking a whole list takes longer than reading it.
const timeout = 120_000;
const settings = { numRuns: 30, endOnFailure: true };

const snippets = [
  '',
  '\n',
  ' ',
  '.',
  '- ',
  '*',
  '`',
  '```\n',
  '<!--',
  '|',
  '](',
  'x',
  'https://new.example',
  '# ',
];

interface MadeUpFix {
  edits: Edit[];
  touches: Touches[];
}

/** A list, and fixes that edit it anywhere and declare anything but what is denied to them. */
function listWithFixes(...denied: Touches[]): fc.Arbitrary<{ text: string; fixes: MadeUpFix[] }> {
  const allowed = (['links', 'text', 'order', 'layout'] as const).filter((touch) => !denied.includes(touch));
  return generatedList().chain((text) => {
    const edit = fc
      .record({ at: fc.nat(text.length), length: fc.nat({ max: 12 }), text: fc.constantFrom(...snippets) })
      .map(({ at, length, text: to }) => ({ start: at, end: Math.min(at + length, text.length), text: to }));
    const fix = fc.record({
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
      touches: fc.subarray<Touches>(allowed),
    });
    return fc.record({ text: fc.constant(text), fixes: fc.array(fix, { minLength: 1, maxLength: 6 }) });
  });
}

/** Applies the fixes as one round finds them. */
async function fixOnce(text: string, fixes: MadeUpFix[]): Promise<{ before: Document; after: Document }> {
  let round = 0;
  const { document } = await fixDocument(new VFile(text), {
    kinds: ['safe'],
    lint: ({ file }) => {
      if (round++ > 0) return;
      for (const fix of fixes) file.message('found', { ruleId: 'any' }).fix = { kind: 'safe', ...fix };
    },
  });
  return { before: parse(new VFile(text)), after: document };
}

describe('whatever fixes do and declare, the fixed list', { timeout }, () => {
  it('has the same link targets where none declares `links`', async () => {
    const property = fc.asyncProperty(listWithFixes('links'), async ({ text, fixes }) => {
      const { before, after } = await fixOnce(text, fixes);
      expect(targetsOf(after)).toEqual(targetsOf(before));
    });
    await fc.assert(property, settings);
  });

  it('has the same letters and digits where none declares `text` or `links`', async () => {
    const property = fc.asyncProperty(listWithFixes('text', 'links'), async ({ text, fixes }) => {
      const { before, after } = await fixOnce(text, fixes);
      expect(lettersIn(after)).toBe(lettersIn(before));
    });
    await fc.assert(property, settings);
  });

  it('has the same entries in the same order where all declare `layout` alone', async () => {
    const property = fc.asyncProperty(listWithFixes('text', 'links', 'order'), async ({ text, fixes }) => {
      const { before, after } = await fixOnce(text, fixes);
      expect(entriesOf(after)).toEqual(entriesOf(before));
    });
    await fc.assert(property, settings);
  });
});

describe.each([
  ['safe fixes', ['safe']],
  ['all fixes', ['safe', 'suggested']],
] as const)('a list mended by %s', { timeout }, (_, kinds) => {
  const mending = { kinds };

  it('has nothing left to mend, and is mended for good', async () => {
    const property = fc.asyncProperty(generatedList(), async (text) => {
      const { messages, fixed } = await lintText(text, mending);
      expect(fixed?.cycle).toBeUndefined();
      expect(fixed?.refused).toEqual([]);
      expect(
        messages.filter(({ fix }) => fix && mending.kinds.includes(fix.kind as 'safe')).map(String),
      ).toEqual([]);
      expect((await lintText(fixed!.text, mending)).fixed?.text).toBe(fixed!.text);
    });
    await fc.assert(property, settings);
  });

  it('has no finding that was not there before, but for habits that show only then', async () => {
    const property = fc.asyncProperty(generatedList(), async (text) => {
      const [before, after] = [await lintText(text), await lintText(text, mending)];
      // A weak habit that is mended but for a few is a firm one, and these depart from it.
      const weak = new Set(before.messages.filter(isInfo).map(({ ruleId }) => ruleId));
      const left = after.messages.filter(({ ruleId }) => !weak.has(ruleId));
      expect(more(findingsOf(left), findingsOf(before.messages))).toEqual([]);
    });
    await fc.assert(property, settings);
  });
});

function findingsOf(messages: Awaited<ReturnType<typeof lintText>>['messages']): string[] {
  return messages
    .filter((message) => !isInfo(message))
    .map(({ ruleId, reason }) => `${ruleId}: ${reason.replace(/\d+/g, '#')}`);
}

function isInfo(message: Parameters<typeof severityOf>[0]): boolean {
  return severityOf(message) === 'info';
}
