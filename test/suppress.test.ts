import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/document.ts';
import { setSeverity } from '../src/message.ts';
import { suppress } from '../src/suppress/suppress.ts';

const known = new Set(['whitespace', 'spelling', 'duplicate-link', 'link-dead', 'title', 'emphasis-marker']);

/**
 * The list with a finding of `rule` on each line that says `fault`; what is left of these after suppression, as
 * `line rule`, comments that silence nothing included.
 */
function left(markdown: string, rule = 'whitespace', ran: ReadonlySet<string> = known): string[] {
  const document = parse(new VFile(markdown));
  markdown.split('\n').forEach((line, index) => {
    const column = line.indexOf('fault') + 1;
    if (column === 0) return;
    const offset = markdown.split('\n').slice(0, index).join('\n').length + (index > 0 ? 1 : 0) + column - 1;
    const start = { line: index + 1, column, offset };
    const end = { line: index + 1, column: column + 5, offset: offset + 5 };
    setSeverity(
      document.file.message('found', { place: { start, end }, ruleId: rule, source: 'kempt' }),
      'warning',
    );
  });
  suppress(document, { known, ran, unused: 'warning' });
  return document.file.messages.map(({ line, ruleId }) => `${line ?? 0} ${ruleId}`);
}

describe('inline comments', () => {
  it('switch a rule off from there on, and on again', () => {
    const list =
      'fault\n\n<!--lint disable whitespace-->\n\nfault\n\n<!--lint enable whitespace-->\n\nfault\n';
    expect(left(list)).toEqual(['1 whitespace', '9 whitespace']);
  });

  it('hold for what stands after the last node', () => {
    expect(left('# A\n\n<!-- lint disable whitespace -->\n\n<!-- fault -->')).toEqual([]);
  });

  it('hold for link findings as for others', () => {
    expect(left('<!--lint disable link-dead-->\n\n- [a](https://a.example) fault\n', 'link-dead')).toEqual(
      [],
    );
  });

  it('ignore the next node only', () => {
    expect(left('<!--kempt ignore whitespace-->\n\nfault\n\nfault\n')).toEqual(['5 whitespace']);
  });

  it('are understood with a hyphen and for single lines, as other linters have them', () => {
    const hyphen = 'fault\n\n<!-- kempt-disable whitespace -->\n\nfault\n\n<!-- kempt-enable -->\n\nfault\n';
    expect(left(hyphen)).toEqual(['1 whitespace', '9 whitespace']);
    const item = (comment: string) => `- a fault\n<!-- ${comment} -->\n- b fault\n- c fault\n`;
    for (const comment of [
      'kempt-disable-next-line whitespace',
      'kempt disable-next-line',
      'lint disable-next-line whitespace -- why',
      'kempt-ignore-next-line whitespace',
    ])
      expect(left(item(comment)), comment).toEqual(['1 whitespace', '4 whitespace']);
    expect(left('- a fault <!-- kempt-disable-line whitespace -->\n- b fault\n')).toEqual(['2 whitespace']);
    expect(left('fault\n\n<!-- kempt-disable-next-line whitespace -->')).toEqual([
      '1 whitespace',
      '3 unused-disable',
    ]);
  });

  it('switch off everything where they name nothing', () => {
    expect(left('<!--lint disable-->\n\nfault\n')).toEqual([]);
  });

  it('leave other rules alone', () => {
    expect(left('<!--lint disable spelling-->\n\nfault\n', 'whitespace', new Set(['whitespace']))).toEqual([
      '3 whitespace',
    ]);
  });

  it('understand several ids, prefixes, blanks or none, and a reason', () => {
    const comment = '<!--   lint   disable  remark-lint:emphasis-marker kempt:whitespace   -- old habit -->';
    expect(left(`${comment}\n\nfault\n`, 'whitespace', new Set(['whitespace']))).toEqual([]);
    expect(left(`${comment}\n\nfault\n`, 'emphasis-marker', new Set(['emphasis-marker']))).toEqual([]);
  });

  it('understand the ids of awesome-lint', () => {
    expect(left('<!--lint disable double-link-->\n\nfault\n', 'duplicate-link')).toEqual([]);
    expect(left('<!--lint disable awesome-git-repo-age no-dead-urls-->\n\nfault\n', 'link-dead')).toEqual([]);
  });

  it('work inside an item and beside other HTML', () => {
    expect(left('- a <!--lint disable whitespace--> fault\n- fault\n')).toEqual([]);
    expect(
      left(
        '<div>\n<!--lint disable whitespace--><!--lint disable spelling-->\n</div>\n\nfault\n',
        'whitespace',
        new Set(['whitespace']),
      ),
    ).toEqual([]);
  });

  it('silence a finding about the whole file wherever they stand', () => {
    const document = parse(new VFile('# A\n\n<!--lint disable title-->\n'));
    document.file.message('no title', { ruleId: 'title', source: 'kempt' });
    suppress(document, { known, ran: known, unused: 'warning' });
    expect(document.file.messages).toEqual([]);
  });

  it('take single places from a finding that has several', () => {
    const document = parse(new VFile('a\n\n<!--lint disable link-dead-->\n\nb\n'));
    const at = (line: number, offset: number) => ({
      start: { line, column: 1, offset },
      end: { line, column: 2, offset: offset + 1 },
    });
    const message = document.file.message('dead', { place: at(1, 0), ruleId: 'link-dead', source: 'kempt' });
    message.places = [at(1, 0), at(5, 35)];
    const edits = [0, 35].map((start) => ({ start, end: start + 1, text: 'c' }));
    message.fix = { kind: 'safe', touches: ['text'], edits };
    suppress(document, { known, ran: known, unused: 'warning' });
    expect(document.file.messages[0]?.places).toEqual([at(1, 0)]);
    expect(document.file.messages[0]?.fix?.edits).toEqual(edits.slice(0, 1));
  });
});

describe('comments that silence nothing', () => {
  it('are reported, but not for rules that did not run', () => {
    expect(left('<!--lint disable whitespace-->\n\nfine\n')).toEqual(['1 unused-disable']);
    expect(left('<!--lint disable link-dead-->\n\nfine\n', 'x', new Set(['whitespace']))).toEqual([]);
  });

  it('are reported where their verb has a slip, unless they are prose', () => {
    expect(left('<!--lint disbale whitespace-->\n\nfault\n')).toEqual(['3 whitespace', '1 unused-disable']);
    expect(left('<!-- kempt-enabel whitespace -->\n')).toEqual(['1 unused-disable']);
    expect(left('<!-- kempt reads this list -->\n\n<!-- lint warnings are below -->\n')).toEqual([]);
  });

  it('are reported where the rule does not exist', () => {
    const document = parse(new VFile('<!--lint disable whitespce-->\n'));
    suppress(document, { known, ran: known, unused: 'warning' });
    expect(document.file.messages[0]).toMatchObject({
      reason: 'There is no rule `whitespce`',
      note: 'Did you mean `whitespace`?',
      line: 1,
      column: 1,
    });
  });

  it('are no noise in a list that was prepared for awesome-lint', () => {
    expect(
      left('<!--lint disable double-link awesome-heading awesome-git-repo-age awesome-toc-->\n\nfine\n'),
    ).toEqual([]);
  });
});
