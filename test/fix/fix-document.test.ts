import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import { type FixOptions, fixDocument } from '../../src/fix/fix-document.ts';
import type { Edit, Fix, Touches } from '../../src/message.ts';

const list = `# Awesome Things

## Tools

- [Alpha](https://alpha.dev) - First of all.
- [Beta](https://beta.dev) – Second to none
- [Gamma](https://gamma.dev) - Third one.
`;

/** A rule made for a test: what it finds in a text, each with its fix. */
type Finder = (text: string) => { rule?: string; kind?: Fix['kind']; touches: Touches[]; edits: Edit[] }[];

function lintWith(...finders: Finder[]): FixOptions['lint'] {
  return ({ file }: Document) => {
    for (const finder of finders) {
      for (const { rule = 'made-up', kind = 'safe', touches, edits } of finder(String(file))) {
        const message = file.message('found', { ruleId: rule, source: 'kempt' });
        message.fix = { kind, touches, edits };
      }
    }
  };
}

function fix(text: string, lint: FixOptions['lint'], options: Partial<FixOptions> = {}) {
  return fixDocument(new VFile({ path: 'README.md', value: text }), { kinds: ['safe'], lint, ...options });
}

/** Replaces `from` by `to` wherever it stands. */
function replacing(from: string, to: string, touches: Touches[] = ['layout'], rule = 'made-up'): Finder {
  return (text) => stretchesOf(text, from).map((at) => ({ rule, touches, edits: [{ ...at, text: to }] }));
}

function stretchesOf(text: string, part: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    found.push({ start: at, end: at + part.length });
  }
  return found;
}

describe('fixing a list', () => {
  it('makes the edits of the findings and nothing else', async () => {
    const { text, rounds, applied, left } = await fix(list, lintWith(replacing(' – ', ' - ')));
    expect(text).toBe(list.replace(' – ', ' - '));
    expect({ rounds, applied, left }).toEqual({
      rounds: 1,
      applied: [{ rule: 'made-up', kind: 'safe', count: 1 }],
      left: [],
    });
  });

  it('changes nothing where nothing is found', async () => {
    expect(await fix(list, () => {})).toMatchObject({ text: list, rounds: 0, applied: [], left: [] });
  });

  it('goes on until nothing is left to do', async () => {
    const { text, rounds } = await fix('# A\n\nxxxx b\n', lintWith(replacing('xx', 'x', ['text'])));
    expect({ text, rounds }).toEqual({ text: '# A\n\nx b\n', rounds: 2 });
  });

  it('changes nothing the second time', async () => {
    const lint = lintWith(replacing(' – ', ' - '), replacing('none\n', 'none.\n'));
    const once = await fix(list, lint);
    expect(await fix(once.text, lint)).toMatchObject({ text: once.text, rounds: 0 });
  });

  it('takes suggested fixes only where these are asked for', async () => {
    const lint = lintWith((text) =>
      replacing(' – ', ' - ')(text).map((found) => ({ ...found, kind: 'suggested' as const })),
    );
    const safe = await fix(list, lint);
    expect([safe.text, safe.left.map(({ why }) => why)]).toEqual([list, ['suggested']]);
    const all = await fix(list, lint, { kinds: ['safe', 'suggested'] });
    expect(all.text).toBe(list.replace(' – ', ' - '));
  });

  it('takes the fixes of the rules that are asked for', async () => {
    const lint = lintWith(
      replacing(' – ', ' - ', ['layout'], 'one'),
      replacing('none\n', 'none.\n', ['layout'], 'two'),
    );
    const { text, left } = await fix(list, lint, { rules: new Set(['two']) });
    expect(text).toBe(list.replace('none\n', 'none.\n'));
    expect(left.map(({ message, why }) => [message.ruleId, why])).toEqual([['one', 'unasked']]);
  });

  it('tells of findings without a fix where they stand in the fixed text', async () => {
    const { left, document } = await fix('# A\n\n\n\nb  \n', ({ file }) => {
      lintWith(replacing('\n\n\n\n', '\n\n'))({ file } as Document);
      file.message('b is no word', {
        place: { line: String(file).split('\n').indexOf('b  ') + 1, column: 1 },
      });
    });
    expect(left.map(({ message, why }) => [message.line, why])).toEqual([[3, 'none']]);
    expect(document.file.messages.map(String)).toEqual(['README.md:3:1: b is no word']);
  });
});

describe('fixes that meet', () => {
  it('drops the later of two that overlap, whole, and takes it in the next round', async () => {
    const two: Finder = (text) =>
      stretchesOf(text, 'of all').flatMap((at) => {
        const third = text.indexOf('Third');
        const edits = [
          { ...at, text: 'among all' },
          { start: third, end: third + 5, text: '3rd' },
        ];
        return [{ rule: 'two', touches: ['text' as const], edits }];
      });
    const first = await fix(list, lintWith(replacing('First of', 'Firstly of', ['text'], 'one'), two));
    expect(first.text).toBe(list.replace('First of all', 'Firstly among all').replace('Third', '3rd'));
    expect(first.rounds).toBe(2);
  });

  it('takes one of two insertions at one point and leaves the other for the next round', async () => {
    const insert =
      (mark: string): Finder =>
      (text) =>
        text.includes(mark) ? [] : [{ touches: ['layout'], edits: [{ start: 3, end: 3, text: mark }] }];
    const { text, rounds } = await fix('# A b\n', lintWith(insert('!'), insert('?')));
    expect([text, rounds]).toEqual(['# A?! b\n', 2]);
  });

  it('holds each to its own declaration where two meet in one line', async () => {
    const lint = lintWith(
      replacing('Second', '2nd', ['text'], 'honest'),
      replacing('none', 'no one', ['layout'], 'liar'),
    );
    const { text, refused } = await fix(list, lint);
    expect(text).toBe(list.replace('Second', '2nd'));
    expect(refused.map(({ rule }) => rule)).toEqual(['liar']);
  });

  it('stops after ten rounds', async () => {
    const grow: Finder = (text) => [
      { touches: ['text'], edits: [{ start: text.length, end: text.length, text: 'a' }] },
    ];
    const { text, rounds, left } = await fix('# A\n\nb', lintWith(grow));
    expect([text, rounds, left.map(({ why }) => why)]).toEqual([
      `# A\n\nb${'a'.repeat(10)}`,
      10,
      ['unsettled'],
    ]);
  });

  it('names the rules that undo each other, and keeps the text from before', async () => {
    const lint = lintWith(
      replacing('none\n', 'none.\n', ['layout'], 'innocent'),
      replacing('[Alpha] ', '[Alpha]', ['text', 'links'], 'never'),
      replacing(' – ', ' — ', ['layout'], 'em-dash'),
      replacing(' — ', ' – ', ['layout'], 'en-dash'),
    );
    const { text, cycle, left, applied } = await fix(list, lint);
    expect(cycle).toEqual(['em-dash', 'en-dash']);
    expect(text).toBe(list.replace(' – ', ' — ').replace('none\n', 'none.\n'));
    expect(left.map(({ message, why }) => [message.ruleId, why])).toEqual([['en-dash', 'cycle']]);
    expect(applied.map(({ rule }) => rule)).toEqual(['em-dash', 'innocent']);
  });

  it('tries a fix that does not fit the text only once', async () => {
    const lint = lintWith((text) => [
      { touches: ['text'], edits: [{ start: 0, end: text.length + 1, text: '' }] },
      { touches: ['text'], edits: [{ start: 5, end: 2, text: '' }] },
      { touches: ['text'], edits: [] },
    ]);
    const { text, refused } = await fix(list, lint);
    expect(text).toBe(list);
    expect(refused.map(({ why }) => why)).toEqual([
      'its edits overlap or lie outside of the text',
      'its edits overlap or lie outside of the text',
      'it would change nothing',
    ]);
  });
});

describe('what a fix may touch', () => {
  const refusals: [name: string, touches: Touches[], from: string, to: string, why: RegExp][] = [
    ['words without `text`', ['layout'], 'Third one', 'Third', /words.*`text`/],
    [
      'words without `text`, `links` and `order` declared',
      ['links', 'order'],
      'Third one',
      'One third',
      /words.*`text`/,
    ],
    ['case without `text`', ['layout'], 'Third one', 'third one', /words.*`text`/],
    ['a blank between words without `text`', ['layout'], 'Third one', 'Thirdone', /words.*`text`/],
    [
      'a link target without `links`',
      ['text', 'order'],
      'https://gamma.dev',
      'https://gamma.org',
      /link targets.*`links`/,
    ],
    [
      'a link without `links`',
      ['text', 'layout'],
      '[Gamma](https://gamma.dev)',
      'Gamma',
      /link targets.*`links`/,
    ],
    [
      'an entry taken away without `order`',
      ['text', 'links'],
      '- [Gamma](https://gamma.dev) - Third one.\n',
      '',
      /entry.*`order`/,
    ],
    [
      'an entry added without `order`',
      ['text', 'links'],
      'one.\n',
      'one.\n- [D](https://d.dev) - Fourth.\n',
      /entry.*`order`/,
    ],
    ['two entries joined without `order`', ['layout'], 'all.\n- ', 'all. ', /entry.*`order`/],
    [
      'an entry taken away with `order` alone',
      ['order'],
      '- [Gamma](https://gamma.dev) - Third one.\n',
      '',
      /words.*`text`/,
    ],
    [
      'a heading made a paragraph without `order`',
      ['layout'],
      '## Tools',
      'Tools',
      /paragraph of a heading.*`order`/,
    ],
    ['a paragraph taken away without `text`', ['links'], '## Tools\n', '', /block.*`text`/],
  ];
  it.each(refusals)('refuses %s', async (_, touches, from, to, why) => {
    const { text, refused, left } = await fix(list, lintWith(replacing(from, to, touches)));
    expect(text).toBe(list);
    expect(refused.map((refusal) => refusal.why)).toEqual([expect.stringMatching(why)]);
    expect(left.map((finding) => finding.why)).toEqual(['refused']);
  });

  const allowed: [name: string, touches: Touches[], from: string, to: string][] = [
    ['marks between words', ['layout'], ' – ', ' - '],
    ['marks after words', ['layout'], 'none\n', 'none.\n'],
    ['emphasis', ['layout'], '[Beta]', '[**Beta**]'],
    ['the list marker', ['layout'], '- [Beta]', '* [Beta]'],
    ['words', ['text'], 'Third one', 'Third'],
    ['a link target', ['links'], 'https://gamma.dev', 'https://gamma.org'],
    ['words and a link', ['links', 'text'], '[Gamma](https://gamma.dev)', 'Gamma'],
    ['an entry taken away', ['order', 'text', 'links'], '- [Gamma](https://gamma.dev) - Third one.\n', ''],
    [
      'an entry added',
      ['order', 'text', 'links'],
      'all.\n- [B',
      'all.\n- [A2](https://a2.dev) - A second.\n- [B',
    ],
    ['an underlined heading', ['layout'], '## Tools', 'Tools\n-----'],
  ];
  it.each(allowed)('allows %s where it is declared', async (_, touches, from, to) => {
    const { text, refused } = await fix(list, lintWith(replacing(from, to, touches)));
    expect([text, refused]).toEqual([list.replace(from, to), []]);
  });

  /** Moves the line that begins with `what` before the line that begins with `where`. */
  function moving(what: string, where: string): Finder {
    return (text) => {
      const [from, to] = [text.indexOf(what), text.indexOf(where)];
      if (from < to) return [];
      const end = text.indexOf('\n', from) + 1;
      const edits = [
        { start: from, end, text: '' },
        { start: to, end: to, text: text.slice(from, end) },
      ];
      return [{ touches: ['order'], edits }];
    };
  }

  it('allows entries to be moved with `order` alone', async () => {
    const { text, refused } = await fix(list, lintWith(moving('- [Gamma]', '- [Alpha]')));
    expect(refused).toEqual([]);
    expect(text.match(/Alpha|Beta|Gamma/g)).toEqual(['Gamma', 'Alpha', 'Beta']);
  });

  it('allows entries of several sections to be moved at once', async () => {
    const twice = `${list}\n## More\n\n${list.slice(list.indexOf('- [')).replaceAll(/\[(\w)/g, '[More$1')}`;
    const lint = lintWith(moving('- [Gamma]', '- [Alpha]'), moving('- [MoreGamma]', '- [MoreAlpha]'));
    const { rounds, applied, refused } = await fix(twice, lint);
    expect({ rounds, applied, refused }).toMatchObject({ rounds: 1, applied: [{ count: 2 }], refused: [] });
  });

  it('refuses to move a last line that lacks its line ending into the midst of another', async () => {
    const cut = list.trimEnd();
    const move: Finder = (text) => {
      const from = text.indexOf('- [Gamma]');
      const to = text.indexOf('- [Alpha]');
      if (from < to) return [];
      const edits = [
        { start: from, end: text.length, text: '' },
        { start: to, end: to, text: text.slice(from) },
      ];
      return [{ touches: ['order'], edits }];
    };
    const { text, refused } = await fix(cut, lintWith(move));
    expect(text).toBe(cut);
    expect(refused).toHaveLength(1);
  });

  it('counts characters of scripts without blanks one by one, so that lines can be joined', async () => {
    const chinese = '# 列表\n\n- [甲](https://a.dev) - 第一\n  个\n';
    const { text } = await fix(chinese, lintWith(replacing('\n  ', '')));
    expect(text).toBe('# 列表\n\n- [甲](https://a.dev) - 第一个\n');
  });

  it('takes an address in the text for a link and not for words', async () => {
    const { text } = await fix(
      '# A\n\nhttp://a.dev and <http://a.dev/b>\n',
      lintWith(replacing('http://', 'https://', ['links'])),
    );
    expect(text).toBe('# A\n\nhttps://a.dev and <https://a.dev/b>\n');
  });

  it('takes a new address in a definition for a change of links in that place alone', async () => {
    const referring = '# A\n\n- [One][a] - Is one.\n- [Two][a] - Is two.\n\n[a]: http://a.dev\n';
    const { text, refused } = await fix(referring, lintWith(replacing('http://', 'https://', ['links'])));
    expect([text, refused]).toEqual([referring.replace('http:', 'https:'), []]);
  });
});

describe('an edit that breaks the Markdown elsewhere', () => {
  it('is refused, and the others are kept', async () => {
    const lint = lintWith(
      replacing('first.\n', 'first.\n```\n', ['layout'], 'breaker'),
      replacing('  \n', '\n', ['layout'], 'whitespace'),
    );
    const long = `# A\n\n${Array.from({ length: 40 }, (_, index) => `## S${index}\n\nText  \n`).join('\n')}\nIs first.\n\nLast.\n`;
    const { text, refused, applied } = await fix(long, lint);
    expect(text).toBe(long.replaceAll('  \n', '\n'));
    expect(refused).toEqual([
      { rule: 'breaker', place: undefined, why: expect.stringContaining('around it') },
    ]);
    expect(applied).toEqual([{ rule: 'whitespace', kind: 'safe', count: 40 }]);
  });

  it('is found among many', async () => {
    const entries = Array.from(
      { length: 200 },
      (_, index) => `- [E${index}](https://e${index}.dev) – Is one.\n`,
    );
    const many = `# A\n\n## S\n\n${entries.join('')}\n## End\n`;
    const lint = lintWith(
      replacing(' – ', ' - ', ['layout'], 'separator'),
      replacing('- [E57]', '<!--\n\n- [E57]', ['layout'], 'breaker'),
    );
    const { text, applied, refused } = await fix(many, lint);
    expect(text).toBe(many.replaceAll('–', '-'));
    expect(applied).toEqual([{ rule: 'separator', kind: 'safe', count: 200 }]);
    expect(refused.map(({ rule }) => rule)).toEqual(['breaker']);
  });

  it('is refused where it takes a definition that links elsewhere need', async () => {
    const referring = '# A\n\n- [One][a] - Is one.\n\n[a]: http://a.dev\n';
    const { text, refused } = await fix(
      referring,
      lintWith(replacing('[a]: http://a.dev\n', '', ['links', 'text'])),
    );
    expect([text, refused.length]).toEqual([referring, 1]);
  });
});

describe('a list that is generated', () => {
  it('is told about and never edited', async () => {
    const generated = `<!-- Do not edit. This file is generated from data/list.yml -->\n\n${list}`;
    const { text, refused } = await fix(generated, lintWith(replacing(' – ', ' - ')));
    expect(text).toBe(generated);
    expect(refused.map(({ why }) => why)).toEqual([expect.stringMatching(/generated/)]);
  });
});

describe('line endings', () => {
  it('inserts CRLF where all lines end so', async () => {
    const crlf = '# A\r\n## B\r\nc\r\n';
    const lint = lintWith((text) =>
      stretchesOf(text, '\r\n## B').map(({ start }) => ({
        touches: ['layout'],
        edits: text.includes('\r\n\r\n## B') ? [] : [{ start: start + 2, end: start + 2, text: '\n' }],
      })),
    );
    expect((await fix(crlf, lint)).text).toBe('# A\r\n\r\n## B\r\nc\r\n');
  });

  it('inserts LF where lines end in different ways', async () => {
    const { text } = await fix('# A\r\n\r\nb - c\n', lintWith(replacing(' - ', '\n')));
    expect(text).toBe('# A\r\n\r\nb\nc\n');
  });
});
