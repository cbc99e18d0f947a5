import type { HtmlTag } from './html-tags.ts';
import type { Reading } from './reading.ts';
import { type Span, trimSpan } from './span.ts';

const blockTags = new Set(
  (
    'p div ul ol li table thead tbody tr td th center section article details summary h1 h2 h3 h4 h5 h6 hr br dl dt dd ' +
    'blockquote'
  ).split(' '),
);

/** Whether a tag begins or ends a line of text. */
export function isBlockTag({ name }: HtmlTag): boolean {
  return blockTags.has(name);
}

/** The lines of text in a stretch of raw HTML. */
export function htmlLines(span: Span, { tags, source }: Reading): Span[] {
  const lines: Span[] = [];
  let at = span.start;
  for (const { start, end } of [
    ...tags.within(span).filter(isBlockTag),
    { start: span.end, end: span.end },
  ]) {
    const line = trimSpan(source.text, { start: at, end: start });
    if (line.start < line.end) lines.push(line);
    at = end;
  }
  return lines;
}
