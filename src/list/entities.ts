import { decodeString } from 'micromark-util-decode-string';

/** Resolves character references and backslash escapes, as Markdown does. */
export { decodeString as decodeMarkdown };

/** Resolves character references, as in HTML. */
export function decodeHtml(text: string): string {
  return text.includes('&') ? text.replace(/&[#\w]{1,32};/g, decodeString) : text;
}
