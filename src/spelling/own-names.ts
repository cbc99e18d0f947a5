import { isAscii } from '../text/letters.ts';

/**
 * Whether a text is the name of what its address leads to, as the address spells it: a repository, a package, a group.
 * @param actual the part of the text that is in question
 */
export function namesItself(text: string, url: string, actual: string): boolean {
  const name = lettersOf(text);
  const part = lettersOf(actual);
  if (name === '') return false;
  const path = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? url;
  return path.split('/').some((segment) => {
    const own = lettersOf(segment.replace(/\.git$/, ''));
    return own !== '' && (own === name || (name.startsWith(own) && own.includes(part) && own !== part));
  });
}

/** Whether a text is an identifier: one word in lower case, such as the name of a command or a package. */
export function isIdentifier(text: string): boolean {
  return /^[^\sA-Z]+$/.test(text.trim());
}

/** Whether a text says whose page an address leads to: `[github](https://github.com/…)`. */
export function namesHost(text: string, url: string): boolean {
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  return lettersOf(host).includes(lettersOf(text));
}

/** Letters and digits in lower case, without a note in parentheses behind them: `macos (ann)`. */
function lettersOf(text: string): string {
  const small = decode(text)
    .replace(/\s*\([^()]*\)\s*$/, '')
    .toLowerCase();
  return small.replace(isAscii(small) ? /[^a-z0-9]+/g : /[^\p{Letter}\p{Mark}\p{Number}]+/gu, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
