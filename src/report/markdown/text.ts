import { codeSpan, linkable } from '../escape.ts';

/** UTF-16 code units: no row may fill the page. */
const longest = 600;

/** A text that is too long for a row, cut. */
export function shortenText(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

// GitHub notes every link to one of these on the page it leads to.
const noted = /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/(?:issues|pull|discussions|commit)\//i;

/** Code that is a link where the address may be linked to. */
export function codeLink(text: string, address: string): string {
  const href = linkable(address);
  if (href === undefined || href.length > longest || noted.test(href)) return codeSpan(text);
  return `[${codeSpan(text)}](<${href.replaceAll('\\', '%5C').replaceAll('&', '&amp;')}>)`;
}
