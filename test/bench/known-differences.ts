import type { Said } from './awesome-lint.ts';

/** What awesome-lint says of a list that kempt passes, and why kempt does not: the rows of docs/awesome-lint.md. */
export interface KnownDifference {
  /** As the documentation calls it. */
  name: string;
  rule: string;
  /** Whether this is it; `line` is the one that the message is about. */
  matches(said: Said, line: string, all: readonly Said[], lines: readonly string[]): boolean;
}

const item = /^\s*(?:[-*+]|\d+[.)])\s+/;

/** The first word of a description, as awesome-lint splits it. */
const firstWord = (line: string) => /[)>][^)]*? - ([^\s./';-]+)/.exec(line)?.[1] ?? '';

const licence =
  /\b(?:opensource|apache|gnu|creativecommons|spdx|choosealicense)\.(?:org|com)\/(?:licen[cs]es?|publicdomain)\//;

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'Full stops of other scripts',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      /proper punctuation/.test(reason) && /[。．！？؟۔।]["'”’」』）)]*\s*$/.test(line),
  },
  {
    name: 'Closing quotes of other kinds',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      /proper punctuation/.test(reason) && /[.!?…](?:['’»«“」』*_)]+|["'’”»」』*_)]+\.)\s*$/.test(line),
  },
  {
    name: 'Tags, badges, notes and further links after the sentence',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      (/invalid markdown/.test(reason) && /!\[/.test(line)) ||
      (/proper punctuation/.test(reason) &&
        /(?:`|[\])）}>:™]|[.!?…]\s*\p{Emoji}|\*|\[\^\w+\])\s*$/u.test(line)),
  },
  {
    name: 'Capitals with accents and of other alphabets',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) => /valid casing/.test(reason) && /[^\0-\x7F]/.test(firstWord(line)),
  },
  {
    name: 'Names that are written small',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) => /valid casing/.test(reason) && /^[a-z]/.test(firstWord(line)),
  },
  {
    name: 'Something between name and dash',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      /separated with a dash/.test(reason) &&
      /\)\s*[^\s].* - |\)\s*(?::[a-z_]+:|\[[^\]]*\]\(|（.*）$)/.test(line),
  },
  {
    name: 'Notes behind a name alone',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      /separated with a dash/.test(reason) && /\)(?:\s*[(（][^()（）]*[)）])+\s*$/.test(line),
  },
  {
    name: 'Pages of the list itself',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      /link URL/.test(reason) &&
      /\]\([\w./-]*(?:readme[\w.-]*|contributing|code[-_]of[-_]conduct|changelog)\.md\)/i.test(line),
  },
  {
    name: 'Labels, legends and prose in lists',
    rule: 'awesome-list-item',
    matches: ({ reason }, line) =>
      /^Invalid list item link$|separated with a dash/.test(reason) &&
      /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?[*_`!<~]/.test(line),
  },
  {
    name: 'Text in brackets',
    rule: 'no-undefined-references',
    matches: ({ reason }) => !/\]\[/.test(reason),
  },
  {
    name: 'Quotes and apostrophes',
    rule: 'balanced-punctuation',
    matches: ({ reason, line: at = 1 }, _line, _all, lines) =>
      !/[（）]/.test(reason) && /["'‘’“”„]/.test(blockFrom(at, lines)),
  },
  {
    name: 'Brackets of two widths',
    rule: 'balanced-punctuation',
    matches: ({ reason }, line) => /[（）]/.test(reason) && /\([^()（）]*）|（[^()（）]*\)/.test(line),
  },
  {
    name: 'Marks in names',
    rule: 'no-repeat-punctuation',
    matches: (_, line) => /\[[^\]]*([！!~～,，·?？])\1[^\]]*\]/.test(line),
  },
  {
    name: 'Marks that are meant',
    rule: 'no-repeat-punctuation',
    matches: (_, line) => /[\d\s]\?\?|[!?]{3}|[~·～]{2}/.test(line),
  },
  {
    name: 'Links that list nothing',
    rule: 'double-link',
    matches: ({ reason }, _, all, lines) => {
      const alike = all
        .filter((other) => other.reason === reason)
        .map(({ line = 1 }) => lines[line - 1] ?? '');
      return (
        !/:\/\//.test(reason) || licence.test(reason) || alike.filter((line) => isListed(line)).length < 2
      );
    },
  },
  {
    name: 'Comments in the form of definitions',
    rule: 'no-unused-definitions',
    matches: (_said, line) => /^\[(?:\/\/|comment|#)\]:/i.test(line),
  },
  {
    name: 'Comments with titles',
    rule: 'link-title-style',
    matches: (_said, line) => /^\[(?:\/\/|comment|#)\]:/i.test(line),
  },
  {
    name: 'Names in the main heading',
    rule: 'awesome-heading',
    matches: ({ reason }) => /title case/.test(reason),
  },
  {
    name: 'A logo above the heading',
    rule: 'awesome-heading',
    matches: ({ reason }, _line, _all, [first = '']) => /only have one/.test(reason) && first.startsWith('<'),
  },
  {
    name: 'Headings in quotes',
    rule: 'awesome-heading',
    matches: (_said, line) => /^>\s*#/.test(line),
  },
  {
    name: 'Badges of headings in quotes',
    rule: 'awesome-badge',
    matches: (_said, line) => /^>\s*#/.test(line),
  },
  {
    name: 'Badges elsewhere or otherwise written',
    rule: 'awesome-badge',
    matches: ({ reason }, _line, _all, lines) =>
      (/^Missing/.test(reason) &&
        lines
          .slice(0, 12)
          .some((line) => /^\[!\[.*awesome\.re\/badge|<img[^>]*awesome\.re\/badge/.test(line))) ||
      lines.some((line) => /^\[.*\]: https:\/\/awesome\.re\/badge/.test(line)),
  },
  {
    name: 'Images that are no badges',
    rule: 'awesome-no-ci-badge',
    matches: (_said, line) => !/badge|\.svg|travis-ci|Build Status/.test(line),
  },
  {
    name: 'Front matter',
    rule: 'heading-style',
    matches: ({ line: at = 1 }, _line, _all, [first]) => first === '---' && at === 2,
  },
  {
    name: 'Emphasis within words',
    rule: 'emphasis-marker',
    matches: ({ reason }, line) => /marker `\*`/.test(reason) && /\w\*\S[^*]*\*|\*[^*]*\S\*\w/.test(line),
  },
  {
    name: 'Emphasised sentences and links',
    rule: 'no-emphasis-as-heading',
    matches: ({ line: at = 1 }, _line, _all, lines) => {
      const text = blockFrom(at, lines);
      const before = lines.slice(0, at - 1).findLast((line) => line.trim() !== '') ?? '';
      const longest = /^(?:\*\*|__)/.test(text) ? 84 : 42;
      return /\]\(|[.!?…:][*_]*$/.test(text) || text.length > longest || before.startsWith('#');
    },
  },
  {
    name: 'Images and anchors in headings',
    rule: 'awesome-toc',
    matches: ({ reason }) => {
      const [, text = '', heading = ''] =
        /item "(.*?)" does not match corresponding heading "(.*)"$/s.exec(reason) ?? [];
      return heading.includes('<') || heading.startsWith(text.trim());
    },
  },
  {
    name: 'Anchors of emoji',
    rule: 'awesome-toc',
    matches: ({ reason }) => /link "#[^"]*(?:%EF%B8%8F|\uFE0F)[^"]*" not found$/is.test(reason),
  },
  {
    name: 'Headings in HTML and in quotes',
    rule: 'awesome-toc',
    matches: ({ reason }, _line, _all, lines) => {
      const text = /item "(.*?)"/s.exec(reason)?.[1] ?? '';
      return lines.some((line) => /<h[1-6]|^>\s*#/i.test(line) && line.includes(text));
    },
  },
  {
    name: 'Short names and common words',
    rule: 'no-repeat-item-in-description',
    matches: ({ reason }) => /"[^"]"$|"[a-z]+"$/i.test(reason),
  },
];

/** Whether a line is an entry that starts with its link. */
function isListed(line: string): boolean {
  return item.test(line) && /^(?:\[[ xX]\]\s+)?\[/.test(line.replace(item, ''));
}

/** The lines from one on until a blank one. */
function blockFrom(line: number, lines: readonly string[]): string {
  const rest = lines.slice(line - 1);
  const end = rest.findIndex((each) => each.trim() === '');
  return rest.slice(0, end === -1 ? undefined : end).join('\n');
}
