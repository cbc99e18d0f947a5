import type { Paragraph, Root } from 'mdast';
import type { Source } from '../source.ts';
import { rangeOf } from './range.ts';

/** A line that was meant as a heading: offsets of its marks in the source. */
export interface UnreadHeading {
  start: number;
  end: number;
  depth: number;
  text: string;
}

const line = /^ {0,3}(#{1,6})([^\s#!][^\n]*)$/gm;

/**
 * Lines such as `##Green`, which Markdown reads as words since it wants a blank behind the marks. One mark may be a
 * hashtag: it counts where the file begins with it and has no other heading of level 1.
 */
export function unreadHeadings(tree: Root, source: Source): UnreadHeading[] {
  const hasTitle = tree.children.some((node) => node.type === 'heading' && node.depth === 1);
  return tree.children.flatMap((node, index) =>
    node.type === 'paragraph'
      ? unreadIn(node, source).filter(({ depth }) => depth > 1 || (index === 0 && !hasTitle))
      : [],
  );
}

function unreadIn(paragraph: Paragraph, source: Source): UnreadHeading[] {
  const range = rangeOf(paragraph);
  if (!range) return [];
  // A line begins before its first blank, which is not part of the paragraph.
  const text = source.text.slice(range.start, range.end);
  return [...text.matchAll(line)].map(({ index, 0: all, 1: marks = '', 2: words = '' }) => {
    const start = range.start + index + all.indexOf('#');
    return { start, end: start + marks.length, depth: marks.length, text: words.replace(/\s*#*\s*$/, '') };
  });
}
