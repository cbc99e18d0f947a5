import type { Found } from './found.ts';

/** A text about which awesome-lint is wrong. kempt says nothing of it, or what is right: `rule` and `line`. */
export type Err = Pick<Found, 'entry' | 'block' | 'list' | 'files'> & {
  name: string;
  /** The rule of awesome-lint that errs, by saying what is not so or by saying nothing. */
  id: string;
  expected?: { rule: string; line: number };
};

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';
const tea = '- [Gyokuro](https://gyokuro.example)';
const entry = (id: string, name: string, text: string, expected?: Err['expected']): Err => {
  return { id, name, entry: text, ...(expected && { expected }) };
};
const block = (id: string, name: string, text: string, expected?: Err['expected']): Err => {
  return { id, name, block: text, ...(expected && { expected }) };
};
const list = (id: string, name: string, text: string, expected?: Err['expected']): Err => {
  return { id, name, list: text, ...(expected && { expected }) };
};

const body = '## Green\n\n- [Sencha](https://sencha.example) - Steamed.\n';
const contents = '## Contents\n\n- [Green](#green)\n';

export const errs: readonly Err[] = [
  entry(
    'no-repeat-item-in-description',
    'a word that is the name, too',
    '- [kettle](https://kettle.example) - Kettle shop of the town.',
  ),
  entry('awesome-list-item', 'a Chinese full stop', `${tea} - 绿茶。`),
  entry('awesome-list-item', 'Chinese exclamation and question marks', `${tea} - 绿茶吗？好！`),
  entry('awesome-list-item', 'a Hindi full stop', `${tea} - हरी चाय।`),
  entry('awesome-list-item', 'an Arabic question mark', `${tea} - هل هذا شاي؟`),
  entry('awesome-list-item', 'a Cyrillic first word', `${tea} - Зелёный чай.`),
  entry('awesome-list-item', 'a Greek first word', `${tea} - Πράσινο τσάι.`),
  entry('awesome-list-item', 'a first letter with an accent', `${tea} - École du thé.`),
  entry('awesome-list-item', 'a trailing licence tag', `${tea} - Shaded. \`MIT\` \`Go\``),
  entry(
    'awesome-list-item',
    'trailing links and tags',
    `${tea} - Shaded. ([Demo](https://demo.example), [Source](https://source.example)) \`MIT\``,
  ),
  entry('awesome-list-item', 'a tag in brackets', `${tea} - Shaded. [iOS]`),
  entry('awesome-list-item', 'a trailing shortcode', `${tea} - Shaded. :yen:`),
  entry('awesome-list-item', 'a closing single quote', `${tea} - Known as ‘shaded.’`),
  entry('awesome-list-item', 'closing guillemets', `${tea} - Dit «ombré.»`),
  entry('awesome-list-item', 'a question in quotes at the end', `${tea} - It asks “Is it shaded?”.`),
  entry(
    'awesome-list-item',
    'an icon by reference',
    `${tea} - Shaded. ![Free][icon]\n\n[icon]: https://icon.example/f.png`,
  ),
  entry('awesome-list-item', 'notes behind a name', `${tea} (2nd edition) (*in process*)`),
  entry('awesome-list-item', 'a tag between name and dash', `${tea} [2⭐] - 'Shaded' leaves.`),
  entry('awesome-list-item', 'a small name', `${tea} - numpy for tea.`),
  entry('awesome-list-item', 'a small letter before other markup is not seen', `${tea} - shaded *leaves*.`, {
    rule: 'description-case',
    line: 12,
  }),
  entry(
    'awesome-list-item',
    'an entry that starts with text is not seen',
    '- Gyokuro - [source](https://gyokuro.example)',
    { rule: 'entry-form', line: 12 },
  ),
  block(
    'awesome-list-item',
    'pages of the list itself',
    '- [Español](readme.es.md)\n- [日本語](readme.ja.md)',
  ),
  entry('awesome-list-item', 'a label', '- **Kettles**\n  - [Kettle](https://kettle.example) - Boils.'),
  entry('awesome-list-item', 'a legend', '- `MIT` - MIT License.'),
  list(
    'awesome-list-item',
    'contents under another name',
    `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n## Table of Contents\n\n- [Green](#green)\n\n${body}`,
    { rule: 'contents', line: 5 },
  ),
  list(
    'awesome-list-item',
    'contents in another language',
    `# Awesome Tea ${badge}\n\n> 茶。\n\n## 目录\n\n- [Green](#green)\n\n${body}`,
    { rule: 'contents', line: 5 },
  ),
  entry(
    'no-undefined-references',
    'the [[crate](…)] idiom',
    '- [Gyokuro](https://gyokuro.example) [[crate](https://crate.example)] - Shaded.',
  ),
  entry('no-undefined-references', 'words in brackets', `${tea} - Shaded [in Uji] leaves.`),
  block(
    'double-link',
    'links back to the top',
    '[Back to top](#contents)\n\n### Japan\n\n- [Matcha](https://matcha.example) - Ground.\n\n[Back to top](#contents)',
  ),
  block(
    'double-link',
    'links in prose',
    'See [Sencha](https://sencha.example), and [Sencha](https://sencha.example) again.',
  ),
  entry(
    'double-link',
    'the case of a GitHub repository is not seen',
    '- [One](https://github.com/ann/tea) - Of Japan.\n- [Two](https://github.com/Ann/Tea) - Of Japan.',
    { rule: 'duplicate-link', line: 13 },
  ),
  entry(
    'double-link',
    '.git is not seen',
    '- [One](https://github.com/ann/tea) - Of Japan.\n- [Two](https://github.com/ann/tea.git) - Of Japan.',
    { rule: 'duplicate-link', line: 13 },
  ),
  block(
    'double-link',
    'a silenced half silences the pair',
    '<!--lint disable double-link-->\n\n- [Tea](https://sencha.example) - Of Japan.\n\n<!--lint enable double-link-->',
  ),
  block(
    'no-emphasis-as-heading',
    'an emphasised link back to the top',
    '**[⬆ back to top](#contents)**\n\nTea is hot.',
  ),
  block('no-emphasis-as-heading', 'an emphasised sentence', '*Teas of Japan, steamed.*\n\nTea is hot.'),
  entry('balanced-punctuation', 'quotes', `${tea} - The ‘shaded’ tea.`),
  entry('balanced-punctuation', 'apostrophes', `${tea} - Rock ’n’ roll of the ’90s, the users’ tea.`),
  entry('balanced-punctuation', 'inches', `${tea} - For kettles of 27" or less.`),
  entry('balanced-punctuation', 'German quotes', `${tea} - Genannt „der Schatten“.`),
  entry('balanced-punctuation', 'brackets of two widths', `${tea} - Tea (茶） of Uji.`),
  entry(
    'double-link',
    'licences',
    '- Teas\n  - [Apache License](https://www.apache.org/licenses/LICENSE-2.0) - Of one tea.\n- Kettles\n  - [Apache License](https://www.apache.org/licenses/LICENSE-2.0) - Of one kettle.',
  ),
  block('emphasis-marker', 'emphasis within a word', 'Brew _gently_, and _softly_, for 2*3*4 minutes.'),
  entry('no-repeat-item-in-description', 'a name of one letter', '- [A](https://a.example) - A kettle.'),
  entry('no-repeat-item-in-description', 'a common word', '- [Just](https://just.example) - Just a kettle.'),
  entry('no-repeat-punctuation', 'a name with marks', '- [Yahoo!!](https://yahoo.example) - Portal.'),
  entry('awesome-spell-check', 'the end of a sentence is not seen', `${tea} - Tea in Javascript.`, {
    rule: 'spelling',
    line: 12,
  }),
  block('awesome-heading', 'a heading in a quote', '> ## Note\n>\n> Tea is hot.'),
  list(
    'awesome-heading',
    'a name in the title',
    `# Awesome iOS ${badge}\n\n> Apps to brew.\n\n${contents}\n${body}`,
  ),
  list(
    'awesome-heading',
    'a logo above the heading',
    `<p align="center"><img src="https://tea.example/logo.svg" alt="Tea"></p>\n\n# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n${contents}\n${body}`,
  ),
  list(
    'awesome-badge',
    'content before the heading',
    `<!-- Tea -->\n\n# Awesome Tea\n\n> Leaves to brew.\n\n${contents}\n${body}`,
    { rule: 'awesome-badge', line: 3 },
  ),
  list(
    'awesome-badge',
    'a badge on a line of its own',
    `# Awesome Tea\n\n${badge}\n\n> Leaves to brew.\n\n${contents}\n${body}`,
  ),
  list(
    'awesome-badge',
    'a badge in HTML',
    `# Awesome Tea <a href="https://awesome.re"><img src="https://awesome.re/badge.svg" alt="Awesome"></a>\n\n> Leaves to brew.\n\n${contents}\n${body}`,
  ),
  list(
    'awesome-badge',
    'a badge by reference',
    `# Awesome Tea [![Awesome][badge]](https://awesome.re)\n\n> Leaves to brew.\n\n${contents}\n${body}\n[badge]: https://awesome.re/badge.svg\n`,
  ),
  block('awesome-no-ci-badge', 'an image of something else', '![Leaf](https://travis.example/leaf.png)'),
  list(
    'heading-style',
    'front matter',
    `---\ntitle: Tea\n---\n\n# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n${contents}\n${body}`,
  ),
  list(
    'awesome-no-ci-badge',
    'GitHub Actions is not seen',
    `# Awesome Tea ${badge}\n\n[![CI](https://github.com/ann/tea/actions/workflows/ci.yml/badge.svg)](https://github.com/ann/tea/actions)\n\n> Leaves to brew.\n\n${contents}\n${body}`,
    { rule: 'ci-badge', line: 3 },
  ),
  list('awesome-toc', 'no contents are not seen', `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n${body}`, {
    rule: 'contents',
    line: 1,
  }),
  list(
    'awesome-toc',
    'one missing item shifts no message',
    `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n## Contents\n\n- [Black](#black)\n- [White](#white)\n\n${body}\n## Black\n\n- [Assam](https://assam.example) - Malty.\n\n## White\n\n- [Yin Zhen](https://yin.example) - Pale.\n`,
    { rule: 'contents', line: 10 },
  ),
  list(
    'awesome-toc',
    'an anchor in a heading',
    `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n${contents}\n${body.replace('## Green', '## <a name="tea"></a>Green')}`,
  ),
  entry('no-repeat-punctuation', 'an operator and a mood', `${tea} - Brews a ?? b since 20??, why not?!!`),
  list(
    'awesome-toc',
    'a heading in HTML',
    `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n## Contents\n\n- [Black](#black)\n- [Green](#green)\n\n<h2>Black</h2>\n\n- [Assam](https://assam.example) - Malty.\n\n${body}`,
  ),
  list(
    'awesome-toc',
    'an emoji that leaves its selector',
    `# Awesome Tea ${badge}\n\n> Leaves to brew.\n\n## Contents\n\n- [❤️ Black](#%EF%B8%8F-black)\n- [⚙️ White](#-white)\n- [Green](#green)\n\n## ❤️ Black\n\n- [Assam](https://assam.example) - Malty.\n\n## ⚙️ White\n\n- [Yin Zhen](https://yin.example) - Pale.\n\n${body}`,
  ),
  block('link-title-style', 'a comment', '[//]: # (Tea is hidden here.)'),
  block('no-unused-definitions', 'a comment', '[//]: # (Tea is hidden here.)'),
  block(
    'comments',
    'an id with the prefix that is printed',
    '<!--lint disable remark-lint:awesome-list-item-->\n\n- [Matcha](https://matcha.example): Ground.\n\n<!--lint enable remark-lint:awesome-list-item-->',
  ),
  block(
    'comments',
    'an id that there is not',
    '<!--lint disable tea-leaf-->\n\n- [Matcha](https://matcha.example) - Ground.',
    { rule: 'unused-disable', line: 13 },
  ),
];
