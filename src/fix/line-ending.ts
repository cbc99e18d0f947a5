import type { Fix } from '../message.ts';

/** Whether every line of a text ends in CRLF. */
export function isCrlf(text: string): boolean {
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text);
}

/** The same fix for a file of CRLF: rules need not mind how lines end. */
export function inCrlf(fix: Fix, text: string): Fix {
  return {
    ...fix,
    edits: fix.edits.map((edit) => {
      const before = text[edit.start - 1] === '\r' ? '\r' : '';
      return { ...edit, text: (before + edit.text).replace(/(?<!\r)\n/g, '\r\n').slice(before.length) };
    }),
  };
}
