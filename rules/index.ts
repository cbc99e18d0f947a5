import type { AnyRule } from '../src/rule.ts';
import anchor from './anchor.ts';
import awesomeBadge from './awesome-badge.ts';
import balancedPunctuation from './balanced-punctuation.ts';
import bareUrl from './bare-url.ts';
import ciBadge from './ci-badge.ts';
import citation from './citation.ts';
import codeOfConduct from './code-of-conduct.ts';
import commentSyntax from './comment-syntax.ts';
import contents from './contents.ts';
import contributingFile from './contributing-file.ts';
import descriptionCase from './description-case.ts';
import descriptionLength from './description-length.ts';
import descriptionMissing from './description-missing.ts';
import descriptionPunctuation from './description-punctuation.ts';
import descriptionRepeatsName from './description-repeats-name.ts';
import descriptionTone from './description-tone.ts';
import duplicateLink from './duplicate-link.ts';
import duplicateName from './duplicate-name.ts';
import editorNote from './editor-note.ts';
import emptySection from './empty-section.ts';
import entryForm from './entry-form.ts';
import entryName from './entry-name.ts';
import entryOrder from './entry-order.ts';
import entrySeparator from './entry-separator.ts';
import footnotesSection from './footnotes-section.ts';
import hardWrap from './hard-wrap.ts';
import headingOrder from './heading-order.ts';
import headingSyntax from './heading-syntax.ts';
import headingUnique from './heading-unique.ts';
import imageAlt from './image-alt.ts';
import imageHidpi from './image-hidpi.ts';
import invisibleCharacter from './invisible-character.ts';
import licenseFile from './license-file.ts';
import licenseSection from './license-section.ts';
import linkAffiliate from './link-affiliate.ts';
import linkCanonical from './link-canonical.ts';
import linkPrivate from './link-private.ts';
import linkShortener from './link-shortener.ts';
import linkSigned from './link-signed.ts';
import linkSyntax from './link-syntax.ts';
import linkTracking from './link-tracking.ts';
import linkTrailingSlash from './link-trailing-slash.ts';
import localLink from './local-link.ts';
import markdownConsistency from './markdown-consistency.ts';
import mojibake from './mojibake.ts';
import nestedDepth from './nested-depth.ts';
import repeatedPunctuation from './repeated-punctuation.ts';
import repository from './repository.ts';
import sectionOrder from './section-order.ts';
import spelling from './spelling.ts';
import tableShape from './table-shape.ts';
import tagline from './tagline.ts';
import title from './title.ts';
import whitespace from './whitespace.ts';

/** With the type of each, which says its id and options. */
const all = [
  anchor,
  awesomeBadge,
  balancedPunctuation,
  bareUrl,
  ciBadge,
  citation,
  codeOfConduct,
  commentSyntax,
  contents,
  contributingFile,
  descriptionCase,
  descriptionLength,
  descriptionMissing,
  descriptionPunctuation,
  descriptionRepeatsName,
  descriptionTone,
  duplicateLink,
  duplicateName,
  editorNote,
  emptySection,
  entryForm,
  entryName,
  entryOrder,
  entrySeparator,
  footnotesSection,
  hardWrap,
  headingOrder,
  headingSyntax,
  headingUnique,
  imageAlt,
  imageHidpi,
  invisibleCharacter,
  licenseFile,
  licenseSection,
  linkAffiliate,
  linkCanonical,
  linkPrivate,
  linkShortener,
  linkSigned,
  linkSyntax,
  linkTracking,
  linkTrailingSlash,
  localLink,
  markdownConsistency,
  mojibake,
  nestedDepth,
  repeatedPunctuation,
  repository,
  sectionOrder,
  spelling,
  tableShape,
  tagline,
  title,
  whitespace,
] as const;

/** What each rule is, by type. */
export type OwnRule = (typeof all)[number];

/** All rules, sorted by id. A file in this folder that is missing here fails a test. */
export const rules: readonly AnyRule[] = all;

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of that id, without prefix. */
export function ruleById(id: string): AnyRule | undefined {
  return byId.get(id);
}
