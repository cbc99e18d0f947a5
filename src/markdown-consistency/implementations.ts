import type { Root } from 'mdast';
import blockquoteIndentation from 'remark-lint-blockquote-indentation';
import checkboxCharacterStyle from 'remark-lint-checkbox-character-style';
import checkboxContentIndent from 'remark-lint-checkbox-content-indent';
import codeBlockStyle from 'remark-lint-code-block-style';
import definitionCase from 'remark-lint-definition-case';
import definitionSpacing from 'remark-lint-definition-spacing';
import emphasisMarker from 'remark-lint-emphasis-marker';
import fencedCodeMarker from 'remark-lint-fenced-code-marker';
import hardBreakSpaces from 'remark-lint-hard-break-spaces';
import headingStyle from 'remark-lint-heading-style';
import linkTitleStyle from 'remark-lint-link-title-style';
import listItemBulletIndent from 'remark-lint-list-item-bullet-indent';
import listItemIndent from 'remark-lint-list-item-indent';
import noBlockquoteWithoutMarker from 'remark-lint-no-blockquote-without-marker';
import noDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import noEmphasisAsHeading from 'remark-lint-no-emphasis-as-heading';
import noHeadingContentIndent from 'remark-lint-no-heading-content-indent';
import noHeadingIndent from 'remark-lint-no-heading-indent';
import noHeadingPunctuation from 'remark-lint-no-heading-punctuation';
import noShellDollars from 'remark-lint-no-shell-dollars';
import noTableIndentation from 'remark-lint-no-table-indentation';
import noUndefinedReferences from 'remark-lint-no-undefined-references';
import noUnneededFullReferenceImage from 'remark-lint-no-unneeded-full-reference-image';
import noUnneededFullReferenceLink from 'remark-lint-no-unneeded-full-reference-link';
import noUnusedDefinitions from 'remark-lint-no-unused-definitions';
import orderedListMarkerStyle from 'remark-lint-ordered-list-marker-style';
import orderedListMarkerValue from 'remark-lint-ordered-list-marker-value';
import ruleStyle from 'remark-lint-rule-style';
import strongMarker from 'remark-lint-strong-marker';
import tableCellPadding from 'remark-lint-table-cell-padding';
import tablePipeAlignment from 'remark-lint-table-pipe-alignment';
import tablePipes from 'remark-lint-table-pipes';
import unorderedListMarkerStyle from 'remark-lint-unordered-list-marker-style';
import type { VFile } from 'vfile';
import type { BundledId } from './plugins.ts';

/** What a plugin of remark-lint's makes of its configuration. */
export type Transform = (tree: Root, file: VFile, next: () => void) => void;
export type LintPlugin = (setting: ['on', unknown]) => Transform | undefined;

/** The plugins themselves. Loading them takes time: import this only when they run. */
export const implementations = {
  'blockquote-indentation': blockquoteIndentation,
  'checkbox-character-style': checkboxCharacterStyle,
  'checkbox-content-indent': checkboxContentIndent,
  'code-block-style': codeBlockStyle,
  'definition-case': definitionCase,
  'definition-spacing': definitionSpacing,
  'emphasis-marker': emphasisMarker,
  'fenced-code-marker': fencedCodeMarker,
  'hard-break-spaces': hardBreakSpaces,
  'heading-style': headingStyle,
  'link-title-style': linkTitleStyle,
  'list-item-bullet-indent': listItemBulletIndent,
  'list-item-indent': listItemIndent,
  'no-blockquote-without-marker': noBlockquoteWithoutMarker,
  'no-duplicate-definitions': noDuplicateDefinitions,
  'no-emphasis-as-heading': noEmphasisAsHeading,
  'no-heading-content-indent': noHeadingContentIndent,
  'no-heading-indent': noHeadingIndent,
  'no-heading-punctuation': noHeadingPunctuation,
  'no-shell-dollars': noShellDollars,
  'no-table-indentation': noTableIndentation,
  'no-undefined-references': noUndefinedReferences,
  'no-unneeded-full-reference-image': noUnneededFullReferenceImage,
  'no-unneeded-full-reference-link': noUnneededFullReferenceLink,
  'no-unused-definitions': noUnusedDefinitions,
  'ordered-list-marker-style': orderedListMarkerStyle,
  'ordered-list-marker-value': orderedListMarkerValue,
  'rule-style': ruleStyle,
  'strong-marker': strongMarker,
  'table-cell-padding': tableCellPadding,
  'table-pipe-alignment': tablePipeAlignment,
  'table-pipes': tablePipes,
  'unordered-list-marker-style': unorderedListMarkerStyle,
} as unknown as Record<BundledId, LintPlugin>;
