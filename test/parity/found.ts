/** A text that awesome-lint rightly finds fault with, and what kempt says of it under `--preset awesome`. */
export interface Found {
  /** The rule of awesome-lint. */
  id: string;
  /** What is at fault in it. */
  fault: string;
  /** kempt's rule. */
  rule: string;
  line: number;
  /** An entry, in line 12 of a list that is fine but for it. */
  entry?: string;
  /** A block, from line 13 of that list on. */
  block?: string;
  /** The whole list. */
  list?: string;
  /** Files beside the list. */
  files?: Record<string, string>;
}

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';

/** The list that an entry or a block is put into. */
export const frame = `# Awesome Tea ${badge}

> Leaves to brew.

## Contents

- [Green](#green)

## Green

- [Sencha](https://sencha.example) - Steamed.
`;

const withContents = (
  contents: string,
  sections = '## Green\n\n- [Sencha](https://sencha.example) - Steamed.\n',
) => `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n${contents}\n\n${sections}`;

const list = (id: string, fault: string, rule: string, line: number, text: string): Found => {
  return { id, fault, rule, line, list: text };
};
const entry = (id: string, fault: string, rule: string, text: string): Found => {
  return { id, fault, rule, line: 12, entry: text };
};
const block = (id: string, fault: string, rule: string, text: string, line = 13): Found => {
  return { id, fault, rule, line, block: text };
};

const tea = '- [Gyokuro](https://gyokuro.example)';

export const found: readonly Found[] = [
  list('awesome-heading', 'no heading', 'title', 1, frame.replace(/^#.*\n\n/, '')),
  list('awesome-heading', 'a heading of level 2', 'title', 1, frame.replace('# Awesome', '## Awesome')),
  list('awesome-heading', 'small letters', 'title', 1, frame.replace('Awesome Tea', 'Awesome green tea')),
  block('awesome-heading', 'a second heading', 'title', '# More Tea'),
  entry('awesome-heading', 'a heading in an item', 'entry-form', '- ### Japan'),
  list('awesome-badge', 'none', 'awesome-badge', 1, frame.replace(` ${badge}`, '')),
  list('awesome-badge', 'another image', 'awesome-badge', 1, frame.replace('re/badge.svg', 're/badge.png')),
  {
    ...list('awesome-contributing', 'no file', 'contributing-file', 0, frame),
    files: { license: 'MIT License' },
  },
  {
    ...list('awesome-contributing', 'an empty file', 'contributing-file', 0, frame),
    files: { 'contributing.md': ' \n' },
  },
  {
    ...list('awesome-code-of-conduct', 'a placeholder', 'code-of-conduct', 0, frame),
    files: {
      'contributing.md': 'Do.',
      'code-of-conduct.md': '# Code of Conduct\n\nWrite to [INSERT EMAIL ADDRESS].\n',
    },
  },
  block('awesome-license', 'a section', 'license-section', '## License\n\nMIT'),
  block('awesome-license', 'a section, as it is spelt in Britain', 'license-section', '### Licence\n\nMIT'),
  list(
    'awesome-no-ci-badge',
    'Travis',
    'ci-badge',
    3,
    frame.replace(
      '>',
      '[![Build Status](https://travis-ci.org/ann/tea.svg)](https://travis-ci.org/ann/tea)\n\n>',
    ),
  ),
  entry('awesome-list-item', 'no name', 'entry-name', '- [](https://gyokuro.example) - Shaded.'),
  entry('awesome-list-item', 'a relative address', 'entry-form', '- [Gyokuro](gyokuro.example) - Shaded.'),
  entry(
    'awesome-list-item',
    'a bold link',
    'entry-name',
    '- **[Gyokuro](https://gyokuro.example)** - Shaded.',
  ),
  entry(
    'awesome-list-item',
    'a link struck out',
    'entry-form',
    '- ~~[Gyokuro](https://gyokuro.example)~~ - Shaded.',
  ),
  entry(
    'awesome-list-item',
    'an image',
    'entry-form',
    '- [![Gyokuro](https://i.example/g.png)](https://gyokuro.example) - Shaded.',
  ),
  entry(
    'awesome-list-item',
    'markup in the name',
    'entry-form',
    '- [Gyo<b>ku</b>ro](https://gyokuro.example) - Shaded.',
  ),
  entry('awesome-list-item', 'an empty item', 'entry-form', '-'),
  entry('awesome-list-item', 'an en dash', 'entry-separator', `${tea} – Shaded.`),
  entry('awesome-list-item', 'an em dash', 'entry-separator', `${tea} — Shaded.`),
  entry('awesome-list-item', 'a colon', 'entry-separator', `${tea}: Shaded.`),
  entry('awesome-list-item', 'no blank before the dash', 'entry-separator', `${tea}- Shaded.`),
  entry('awesome-list-item', 'no blank behind the dash', 'entry-separator', `${tea} -Shaded.`),
  entry('awesome-list-item', 'a non-breaking blank', 'entry-separator', `${tea}\u00A0- Shaded.`),
  entry('awesome-list-item', 'nothing but a blank', 'entry-form', `${tea} with shade.`),
  block(
    'awesome-list-item',
    'links within the file outside the contents',
    'entry-form',
    'See:\n\n- [Green](#green)\n- [Contents](#contents)',
    15,
  ),
  list(
    'awesome-list-item',
    'contents that are named in HTML',
    'contents',
    5,
    frame
      .replace('## Contents', '<details>\n<summary>Contents</summary>')
      .replace('(#green)\n', '(#green)\n\n</details>\n'),
  ),
  entry(
    'awesome-list-item',
    'a dash behind links',
    'description-punctuation',
    `${tea} - [Docs](https://docs.example), [Demo](https://demo.example) -`,
  ),
  entry('awesome-list-item', 'no full stop', 'description-punctuation', `${tea} - Shaded`),
  entry('awesome-list-item', 'a colon at the end', 'description-punctuation', `${tea} - Shaded:`),
  entry('awesome-list-item', 'code at the end', 'description-punctuation', `${tea} - Brewed by \`brew\``),
  entry('awesome-list-item', 'a small letter', 'description-case', `${tea} - shaded.`),
  entry('awesome-list-item', 'a small letter in Cyrillic', 'description-case', `${tea} - чай.`),
  entry('awesome-list-item', 'by somebody', 'description-case', `${tea} - by Ann.`),
  entry('awesome-list-item', 'words struck out', 'entry-form', `${tea} - Shaded ~~leaves~~.`),
  entry('awesome-list-item', 'only a full stop', 'entry-form', `${tea}.`),
  entry('awesome-list-item', 'only a further link', 'entry-form', `${tea} [docs](https://docs.example)`),
  entry('awesome-list-item', 'only an image', 'entry-form', `${tea} ![new](https://i.example/new.png)`),
  entry('awesome-list-item', 'only a dash', 'entry-form', `${tea} -`),
  entry(
    'awesome-list-item',
    'no full stop behind a late dash',
    'description-punctuation',
    `${tea} and its [sister](https://sister.example) - Both shaded`,
  ),
  entry('awesome-list-item', 'only a tag behind the dash', 'entry-form', `${tea} - (MIT)`),
  block(
    'awesome-list-item',
    'no blank behind the marker',
    'entry-form',
    '-[Gyokuro](https://gyokuro.example) - Shaded.',
  ),
  entry('balanced-punctuation', 'an open quote', 'balanced-punctuation', `${tea} - Shaded “leaves.`),
  entry('balanced-punctuation', 'a closed bracket', 'balanced-punctuation', `${tea} - Shaded） leaves.`),
  entry(
    'no-repeat-item-in-description',
    'the name',
    'description-repeats-name',
    `${tea} - Gyokuro is shaded.`,
  ),
  entry(
    'no-repeat-item-in-description',
    'the name behind a by-line',
    'description-repeats-name',
    `${tea} by Ann Lee - Gyokuro is shaded.`,
  ),
  entry(
    'no-repeat-item-in-description',
    'a name of one letter that the sentence is about',
    'description-repeats-name',
    '- [Z](https://z.example) - Z is a kettle.',
  ),
  entry(
    'no-repeat-item-in-description',
    'a name with a sign',
    'description-repeats-name',
    '- [C#](https://c.example) - C# bindings.',
  ),
  entry('awesome-spell-check', 'a product', 'spelling', `${tea} - Tea for nodejs and Github.`),
  list(
    'awesome-toc',
    'a section is missing',
    'contents',
    13,
    `${frame}\n## Black\n\n- [Assam](https://assam.example) - Malty.\n`,
  ),
  list(
    'awesome-toc',
    'a section without entries is missing',
    'contents',
    13,
    `${frame}\n## About\n\nIt is about tea.\n`,
  ),
  list('awesome-toc', 'another text', 'contents', 7, frame.replace('[Green]', '[Greens]')),
  list(
    'awesome-toc',
    'an anchor of its own',
    'contents',
    7,
    frame.replace('(#green)', '(#tea)').replace('## Green', '<a name="tea"></a>\n\n## Green'),
  ),
  list('awesome-toc', 'an anchor that is not there', 'contents', 7, frame.replace('#green', '#greens')),
  list(
    'awesome-toc',
    'no list',
    'contents',
    7,
    withContents(
      '## Contents\n\n[Green](#green) • [Black](#black) • [White](#white)',
      '## Green\n\n- [Sencha](https://sencha.example) - Steamed.\n\n## Black\n\n- [Assam](https://assam.example) - Malty.\n\n## White\n\n- [Yin Zhen](https://yin.example) - Pale.\n',
    ),
  ),
  list(
    'awesome-toc',
    'twice the same',
    'contents',
    8,
    frame.replace('(#green)\n', '(#green)\n- [Green](#green)\n'),
  ),
  list(
    'awesome-toc',
    'a section that is not to be listed',
    'contents',
    8,
    `${frame.replace('(#green)\n', '(#green)\n- [Contributing](#contributing)\n')}\n## Contributing\n\nPlease do.\n`,
  ),
  list(
    'awesome-toc',
    'a label without link',
    'contents',
    8,
    frame.replace('(#green)\n', '(#green)\n- Black\n'),
  ),
  list(
    'awesome-toc',
    'three levels',
    'contents',
    9,
    `${frame.replace('(#green)\n', '(#green)\n  - [Japan](#japan)\n    - [Uji](#uji)\n')}\n### Japan\n\n#### Uji\n\n- [Matcha](https://matcha.example) - Ground.\n`,
  ),
  list(
    'awesome-toc',
    'not the first section',
    'contents',
    9,
    frame.replace('## Contents', '## About\n\nTea.\n\n## Contents'),
  ),
  entry('double-link', 'the same address', 'duplicate-link', '- [Tea](https://sencha.example) - Of Japan.'),
  entry(
    'double-link',
    'another scheme, www and a slash',
    'duplicate-link',
    '- [Tea](http://www.sencha.example/) - Of Japan.',
  ),
  block('blockquote-indentation', 'two blanks', 'blockquote-indentation', '>  Tea.'),
  block(
    'checkbox-character-style',
    'two characters',
    'checkbox-character-style',
    '- [x] Boil.\n- [X] Brew.',
    14,
  ),
  block('checkbox-content-indent', 'two blanks', 'checkbox-content-indent', '- [x]  Boil.'),
  block('code-block-style', 'an indented block', 'code-block-style', 'Brew:\n\n    brew', 15),
  block('definition-case', 'capitals', 'definition-case', '[Leaf] tea.\n\n[Leaf]: https://leaf.example', 15),
  block(
    'definition-spacing',
    'two blanks',
    'definition-spacing',
    '[a  leaf] tea.\n\n[a  leaf]: https://leaf.example',
    15,
  ),
  block('emphasis-marker', 'both markers', 'emphasis-marker', 'Some *green* and *black* and _white_ tea.'),
  block('fenced-code-marker', 'tildes', 'fenced-code-marker', '~~~\nbrew\n~~~'),
  list('final-newline', 'none', 'whitespace', 11, frame.trimEnd()),
  block('hard-break-spaces', 'three blanks', 'hard-break-spaces', 'Boil.   \nBrew.'),
  block('heading-style', 'an underlined heading', 'heading-style', 'Footnotes\n---------\n\nTea is hot.'),
  entry(
    'link-title-style',
    'double quotes',
    'link-title-style',
    '- [Gyokuro](https://gyokuro.example "Tea") - Shaded.',
  ),
  block('list-item-bullet-indent', 'an indented bullet', 'list-item-bullet-indent', 'Then:\n\n - Boil.', 15),
  block('list-item-indent', 'two blanks', 'list-item-indent', 'Then:\n\n-  Boil.', 15),
  block(
    'no-blockquote-without-marker',
    'no marker',
    'no-blockquote-without-marker',
    '> Boil,\nthen brew.',
    14,
  ),
  block('no-emphasis-as-heading', 'strong words', 'no-emphasis-as-heading', '**Black Tea**\n\nTea is hot.'),
  block(
    'no-emphasis-as-heading',
    'a title of many words',
    'no-emphasis-as-heading',
    '**Black Tea: Of How It Is Withered, Rolled and Left to Turn**\n\nTea is hot.',
  ),
  block(
    'no-heading-content-indent',
    'two blanks',
    'no-heading-content-indent',
    '##  Footnotes\n\nTea is hot.',
  ),
  block('no-heading-indent', 'a blank', 'no-heading-indent', ' ## Footnotes\n\nTea is hot.'),
  block('no-heading-punctuation', 'a colon', 'no-heading-punctuation', '### Footnotes:\n\nTea is hot.'),
  block('no-multiple-toplevel-headings', 'two', 'title', '# Black\n\nTea is hot.'),
  block('no-shell-dollars', 'dollars', 'no-shell-dollars', '```sh\n$ boil\n$ brew\n```'),
  block(
    'no-table-indentation',
    'a blank',
    'no-table-indentation',
    ' | Tea | Hot |\n | --- | --- |\n | Chai | Yes |',
  ),
  block(
    'no-undefined-references',
    'no definition',
    'no-undefined-references',
    'Some [leaf][leaf] and [pot][kettle].\n\n[leaf]: https://leaf.example',
  ),
  block(
    'no-unneeded-full-reference-image',
    'the text again',
    'no-unneeded-full-reference-image',
    '![leaf][leaf]\n\n[leaf]: https://leaf.example',
  ),
  block(
    'no-unneeded-full-reference-link',
    'the text again',
    'no-unneeded-full-reference-link',
    '[leaf][leaf]\n\n[leaf]: https://leaf.example',
  ),
  block('no-unused-definitions', 'an unused one', 'no-unused-definitions', '[leaf]: https://leaf.example'),
  block(
    'ordered-list-marker-style',
    'both marks',
    'ordered-list-marker-style',
    '1. Boil.\n2. Brew.\n\nThen:\n\n1) Drink.',
    18,
  ),
  block('ordered-list-marker-value', 'all ones', 'ordered-list-marker-value', '1. Boil.\n1. Brew.', 14),
  block('rule-style', 'asterisks', 'rule-style', 'Tea.\n\n***\n\nTea.', 15),
  block('strong-marker', 'both markers', 'strong-marker', 'Some **green** and **black** and __white__ tea.'),
  block(
    'table-cell-padding',
    'a cell without',
    'table-cell-padding',
    '| Tea  | Hot |\n| ---- | --- |\n| Chai | Yes |\n|Ice  | No  |',
    16,
  ),
  block(
    'table-pipe-alignment',
    'not aligned',
    'table-pipe-alignment',
    '| Tea | Hot |\n| --- | --- |\n| Chai | Yes |',
  ),
  block('table-pipes', 'none at the end', 'table-pipes', '| Tea | Hot\n| --- | ---\n| Ice | No', 13),
  block('unordered-list-marker-style', 'both markers', 'unordered-list-marker-style', 'Then:\n\n* Boil.', 15),
  entry('no-repeat-punctuation', 'two exclamation marks', 'repeated-punctuation', `${tea} - Shaded!!`),
];
