import { defineRule } from '../src/rule.ts';

/** Stands for the bundled rules of remark-lint, which `src/markdown-consistency` runs: it finds nothing itself. */
export default defineRule({
  id: 'markdown-consistency',
  summary: 'Markdown is written in one way throughout, by the rules of remark-lint',
  category: 'text',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'safe',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Bullets, numbers, markers of emphasis, thematic breaks, fences, heading styles, quotes of titles and blanks behind list markers that differ from what at least 80 % of the list does; indented headings and bullets, surplus blanks, table rows without outer pipes, quotes without markers, emphasis in place of a heading; references without definition and definitions that are doubled or unused. These are the rules of remark-lint: each keeps its own id and can be configured by it, and this id sets the severity of all of them.',
    why: 'A list that many people edit is written in as many ways. One way reads and diffs better, and some of the others do not even mean the same everywhere.',
    bad: '# Tools\n\n- [A](https://a.example)\n- [B](https://b.example)\n- [C](https://c.example)\n- [D](https://d.example)\n- [E](https://e.example)\n\n## More\n\n* [F](https://f.example)\n',
    good: '# Tools\n\n- [A](https://a.example)\n- [B](https://b.example)\n- [C](https://c.example)\n- [D](https://d.example)\n- [E](https://e.example)\n\n## More\n\n- [F](https://f.example)\n',
    whenOff: 'Where a formatter such as Prettier already sees to it.',
  },
});
