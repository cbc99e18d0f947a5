import type { BundledRule } from '../catalogue.ts';

/** Value of an option that stands for what the list itself does, where it does it firmly. */
export const house = 'house';
/** What most of the list does, however many those are, and all of it has to. */
export const uniform = 'uniform';
/** What a rule demands that takes no option: of all, whatever the list does. */
export const always = 'always';

/**
 * remark-lint's rules by their ids: what each holds a list to, and how kempt runs it unless told otherwise.
 * Off are those that mostly find what no reader sees. Their code is loaded when they run, by `run.ts`.
 * In the `awesome` preset they demand what awesome-lint demands, which sindresorhus/awesome asks lists to pass.
 */
export const bundledRules = {
  'blockquote-indentation': {
    summary: 'As many blanks stand between a quote marker and its content throughout',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 2 },
  },
  'checkbox-character-style': {
    summary: 'Checkboxes are ticked by one character',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: 'consistent',
  },
  'checkbox-content-indent': {
    summary: 'One blank stands behind a checkbox',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'code-block-style': {
    summary: 'Code blocks are either all fenced or all indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 'fenced' },
  },
  'definition-case': {
    summary: 'Labels of definitions are in lower case',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'definition-spacing': {
    summary: 'Words in the label of a definition are one blank apart',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'emphasis-marker': {
    summary: 'Emphasis is marked by either `*` or `_`',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
  'fenced-code-marker': {
    summary: 'Code is fenced by either backticks or tildes',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: '`' },
  },
  'hard-break-spaces': {
    summary: 'A hard break is made by two blanks, not more',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'heading-style': {
    summary: 'Headings are written in one style',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 'atx' },
  },
  'link-title-style': {
    summary: 'Titles of links are in one kind of quotes',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: "'" },
  },
  'list-item-bullet-indent': {
    summary: 'Bullets of outermost lists are not indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'list-item-indent': {
    summary: 'As many blanks stand behind list markers throughout',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 'one' },
  },
  'no-blockquote-without-marker': {
    summary: 'Every line of a quote has its marker',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-duplicate-definitions': {
    summary: 'No two definitions have one label: the second is never used',
    severity: { house: 'error', awesome: 'error', minimal: 'error' },
    options: undefined,
  },
  'no-emphasis-as-heading': {
    fix: 'none',
    summary: 'No emphasis stands where a heading should',
    severity: { house: 'info', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-heading-content-indent': {
    summary: 'One blank stands between the hashes and the text of a heading',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-heading-indent': {
    summary: 'Headings are not indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-heading-punctuation': {
    summary: 'Headings do not end in punctuation',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-shell-dollars': {
    summary: 'Shell examples do not begin every line with a dollar sign',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-table-indentation': {
    summary: 'Tables are not indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-undefined-references': {
    fix: 'suggested',
    summary: 'Every reference has its definition',
    severity: { house: 'error', awesome: 'error', minimal: 'error' },
    options: undefined,
  },
  'no-unneeded-full-reference-image': {
    summary: 'Images do not name their label twice',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-unneeded-full-reference-link': {
    summary: 'Links do not name their label twice',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-unused-definitions': {
    fix: 'suggested',
    summary: 'Every definition is referred to',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'ordered-list-marker-style': {
    summary: 'Numbers of lists are followed by either `.` or `)`',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
  'ordered-list-marker-value': {
    summary: 'The numbers of a list count up',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: 'consistent',
    presetOptions: { awesome: 'ordered' },
  },
  'rule-style': {
    summary: 'Thematic breaks are written in one way',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: '---' },
  },
  'strong-marker': {
    summary: 'Strong emphasis is marked by either `**` or `__`',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
  'table-cell-padding': {
    summary: 'Cells of a table are padded alike',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: 'consistent',
  },
  'table-pipe-alignment': {
    summary: 'The pipes of a table are aligned',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'table-pipes': {
    summary: 'Rows of tables have a pipe at their start and end',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'unordered-list-marker-style': {
    summary: 'Lists have one kind of bullet',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
} as const satisfies Record<string, BundledRule>;

export type BundledId = keyof typeof bundledRules;
