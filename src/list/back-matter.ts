import { wordsOf } from '../anchors.ts';

const backMatter = /^(?:contribut\w*|footnotes?|related(?: awesome)?(?: lists?)?)$/;

/** Whether a title is of what stands behind a list's own entries: how to contribute, footnotes, related lists. */
export function isBackMatter(title: string): boolean {
  return backMatter.test(wordsOf(title));
}
