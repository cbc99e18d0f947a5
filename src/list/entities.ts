import { decodeString } from 'micromark-util-decode-string';

/** Resolves character references and backslash escapes, as Markdown does, and replaces what is no character. */
export function decodeMarkdown(text: string): string {
  return decodeString(text).replaceAll('\0', '\uFFFD');
}

/** Resolves character references, as in HTML. */
export function decodeHtml(text: string): string {
  return text.includes('&') ? text.replace(/&[#\w]{1,32};/g, decodeString) : text;
}
