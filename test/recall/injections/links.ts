import type { Injection } from '../injection.ts';
import { plainEntries, replaced } from '../injection.ts';

/** A link as it is written into an entry, and where in it the finding stands. */
type Row = readonly [
  rule: string,
  id: string,
  write: (name: string, url: string) => string,
  at?: (name: string, url: string) => number,
];

const closing = (name: string) => name.length + 1;
const address = (name: string) => name.length + 3;

const rows: readonly Row[] = [
  ['link-syntax', '[a] (b)', (name, url) => `[${name}] (${url})`],
  ['link-syntax', '[a]   (b)', (name, url) => `[${name}]   (${url})`],
  ['link-syntax', '(a)[b]', (name, url) => `(${name})[${url}]`],
  ['link-syntax', '(b)[a]', (name, url) => `(${url})[${name}]`],
  ['link-syntax', '[a](b', (name, url) => `[${name}](${url}`],
  ['link-syntax', 'a](b)', (name, url) => `${name}](${url})`],
  ['link-syntax', '[a(b)', (name, url) => `[${name}(${url})`],
  ['link-syntax', '[a]b)', (name, url) => `[${name}]${url})`],
  [
    'link-syntax',
    '[a](b))',
    (name, url) => `[${name}](${url}))`,
    (name, url) => address(name) + url.length + 1,
  ],
  [
    'link-syntax',
    'a parenthesis within',
    (name, url) => `[${name}](${url}/a)b)`,
    (name, url) => address(name) + url.length + 2,
  ],
  ['link-syntax', 'a blank within', (name, url) => `[${name}](${url}/wind and weather.html)`],
  ['link-syntax', 'blanks around', (name, url) => `[${name}]( ${url} )`, (name) => closing(name) + 2],
  ['link-syntax', 'a blank before', (name, url) => `[${name}]( ${url})`, (name) => closing(name) + 2],
  [
    'link-syntax',
    'a blank behind',
    (name, url) => `[${name}](${url} )`,
    (name, url) => address(name) + url.length,
  ],
  ['link-syntax', '[a]()', (name) => `[${name}]()`],
  ['link-syntax', '[a](<>)', (name) => `[${name}](<>)`],
  ['link-syntax', '[a](#)', (name) => `[${name}](#)`],
  ['link-syntax', 'a link in a link', (name, url) => `[Kite [${name}](${url})](${url}/more)`],
  ['link-syntax', 'a title in curly quotes', (name, url) => `[${name}](${url} “A kite”)`],
  ['entry-name', 'a blank before the name', (name, url) => `[ ${name}](${url})`, () => 1],
  ['entry-name', 'a blank behind the name', (name, url) => `[${name} ](${url})`, () => 1],
  ['entry-name', 'blanks around the name', (name, url) => `[  ${name} ](${url})`, () => 1],
  ['entry-name', '[](b)', (_, url) => `[](${url})`],
  ['entry-name', '[b](b)', (_, url) => `[${url}](${url})`],
  ['entry-name', '[https://…](b)', (_, url) => `[https://kites.example/a](${url})`],
  ['entry-name', 'here', (_, url) => `[here](${url})`],
  ['entry-name', 'this', (_, url) => `[this](${url})`],
  ['entry-name', 'click here', (_, url) => `[click here](${url})`],
  ['entry-name', 'link', (_, url) => `[link](${url})`],
];

export const links: readonly Injection[] = rows.map(([rule, id, write, at = () => 0]) => ({
  id,
  rule,
  into(list, pick) {
    const some = plainEntries(list);
    // What stands under another entry, and says nothing itself, may be called a link.
    const one = pick.one(isVague(id) ? some.filter(({ entry }) => !entry.parent || entry.description) : some);
    if (!one) return undefined;
    return replaced(list.text, one.start, one.end, write(one.name, one.url), at(one.name, one.url));
  },
}));

function isVague(id: string): boolean {
  return ['here', 'this', 'click here', 'link'].includes(id);
}
