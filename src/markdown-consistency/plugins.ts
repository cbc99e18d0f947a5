import type { BundledRule } from '../catalogue.ts';

/** Value of an option that stands for what the list itself does, where it does it firmly. */
export const house = 'house';
/** What most of the list does, however many those are, and all of it has to. */
export const uniform = 'uniform';
/** What a rule demands that takes no option: of all, whatever the list does. */
export const always = 'always';

/**
 * remark-lint's rules by their ids: what each finds, and how kempt runs it unless told otherwise.
 * Off are those that mostly find what no reader sees. Their code is loaded when they run, by `run.ts`.
 * In the `awesome` preset they demand what awesome-lint demands, which sindresorhus/awesome asks lists to pass.
 */
export const bundledRules = {
  'blockquote-indentation': {
    summary: 'Blanks between a quote marker and its content differ',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 2 },
  },
  'checkbox-character-style': {
    summary: 'Checkboxes are ticked by different characters',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: 'consistent',
  },
  'checkbox-content-indent': {
    summary: 'More than one blank behind a checkbox',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'code-block-style': {
    summary: 'Code blocks are fenced here and indented there',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 'fenced' },
  },
  'definition-case': {
    summary: 'Upper case in the label of a definition',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'definition-spacing': {
    summary: 'More than one blank in the label of a definition',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'emphasis-marker': {
    summary: 'Emphasis is marked by `*` here and by `_` there',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
  'fenced-code-marker': {
    summary: 'Code is fenced by backticks here and by tildes there',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: '`' },
  },
  'hard-break-spaces': {
    summary: 'A hard break made by more than two blanks',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'heading-style': {
    summary: 'Headings are written in different styles',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 'atx' },
  },
  'link-title-style': {
    summary: 'Titles of links are in different quotes',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: "'" },
  },
  'list-item-bullet-indent': {
    summary: 'A bullet of an outermost list is indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'list-item-indent': {
    summary: 'Blanks behind list markers differ',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: 'one' },
  },
  'no-blockquote-without-marker': {
    summary: 'A line of a quote has no marker',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-duplicate-definitions': {
    summary: 'Two definitions have one label: the second is never used',
    severity: { house: 'error', awesome: 'error', minimal: 'error' },
    options: undefined,
  },
  'no-emphasis-as-heading': {
    fix: 'none',
    summary: 'Emphasis stands where a heading should',
    severity: { house: 'info', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-heading-content-indent': {
    summary: 'More than one blank between the hashes and the text of a heading',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-heading-indent': {
    summary: 'A heading is indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-heading-punctuation': {
    summary: 'A heading ends in punctuation',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-shell-dollars': {
    summary: 'Every line of a shell example begins with a dollar sign',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-table-indentation': {
    summary: 'A table is indented',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'no-undefined-references': {
    fix: 'suggested',
    summary: 'A reference has no definition',
    severity: { house: 'error', awesome: 'error', minimal: 'error' },
    options: undefined,
  },
  'no-unneeded-full-reference-image': {
    summary: 'An image names its label twice',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-unneeded-full-reference-link': {
    summary: 'A link names its label twice',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'no-unused-definitions': {
    fix: 'suggested',
    summary: 'A definition that nothing refers to',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'ordered-list-marker-style': {
    summary: 'Numbers of lists are followed by `.` here and by `)` there',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
  'ordered-list-marker-value': {
    summary: 'The numbers of a list do not count up',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: 'consistent',
    presetOptions: { awesome: 'ordered' },
  },
  'rule-style': {
    summary: 'Thematic breaks are written in different ways',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: '---' },
  },
  'strong-marker': {
    summary: 'Strong emphasis is marked by `**` here and by `__` there',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
  'table-cell-padding': {
    summary: 'Cells of a table are padded differently',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: 'consistent',
  },
  'table-pipe-alignment': {
    summary: 'The pipes of a table are not aligned',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    options: undefined,
  },
  'table-pipes': {
    summary: 'A row of a table has no pipe at its start or end',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: undefined },
  },
  'unordered-list-marker-style': {
    summary: 'Lists have different bullets',
    severity: { house: 'warning', awesome: 'error', minimal: 'off' },
    options: house,
    presetOptions: { awesome: uniform },
  },
} as const satisfies Record<string, BundledRule>;

export type BundledId = keyof typeof bundledRules;
