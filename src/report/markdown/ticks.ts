import { hashOf } from '../fingerprint.ts';

// The address itself could break out of the comment; its hash cannot.
const ticked = /^ {0,3}[-*+] \[[xX]\] <!-- kempt:([0-9a-f]{16}) -->/gm;

/** What a box is known by from run to run. */
export function boxOf(url: string): string {
  return hashOf(url);
}

/** The boxes that are ticked in a body. */
export function tickedIn(body: string): ReadonlySet<string> {
  return new Set([...body.matchAll(ticked)].map(([, box]) => box!));
}

/** The beginning of a row with a box. */
export function boxText(box: string, isTicked: boolean): string {
  return `- [${isTicked ? 'x' : ' '}] <!-- kempt:${box} -->`;
}
