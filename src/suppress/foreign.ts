/**
 * Rules of remark-lint, and of plugins for it that lists use, which kempt neither runs nor stands in for. The marker
 * `lint` is remark-lint's: a comment that names one of them is meant for another linter.
 */
export const foreign: ReadonlySet<string> = new Set(
  `alphabetize-lists are-links-valid books-links checkbox-character-style checkbox-content-indent code definition-case definition-sort
directive-attribute-sort directive-collapsed-attribute directive-quote-style directive-shortcut-attribute directive-unique-attribute-name
emoji-limit fenced-code-flag file-extension final-definition first-heading-level heading-capitalization heading-increment heading-length
heading-whitespace linebreak-style list-item-content-indent list-item-punctuation list-item-spacing list-item-style maximum-heading-length
maximum-line-length mdash-style media-style no-auto-link-without-protocol no-consecutive-blank-lines no-dead-links no-duplicate-defined-urls
no-duplicate-definitions no-duplicate-headings no-duplicate-headings-in-section no-empty-sections no-empty-url no-file-name-articles
no-file-name-consecutive-dashes no-file-name-irregular-characters no-file-name-mixed-case no-file-name-outer-dashes
no-heading-content-indent no-heading-indent no-heading-like-paragraph no-hidden-table-cell no-html no-literal-urls no-long-code
no-missing-blank-lines no-multiple-toplevel-headings no-paragraph-content-indent no-reference-like-url no-shortcut-reference-image
no-shortcut-reference-link no-table-indentation no-tabs no-unneeded-full-reference-image no-unneeded-full-reference-link
no-url-trailing-slash no-unused-definitions spaces-around-number spaces-around-word strikethrough-marker write-good`.split(
    /\s+/,
  ),
);
