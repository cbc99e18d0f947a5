import type { Link } from '../list/types.ts';
import type { Edit, Fix } from '../message.ts';

/**
 * A fix that writes another address wherever these links have theirs, in whatever way each is written. A definition is
 * edited once. Undefined where none of the places is known.
 */
export function addressFix(links: readonly Link[], address: string, kind: Fix['kind']): Fix | undefined {
  const edits = new Map<number, Edit>();
  for (const link of links) {
    const start = link.urlPlace?.start.offset;
    const end = link.urlPlace?.end.offset;
    if (start !== undefined && end !== undefined)
      edits.set(start, { start, end, text: writtenAs(link, address) });
  }
  return edits.size > 0 ? { kind, touches: ['links'], edits: [...edits.values()] } : undefined;
}

/** An address as the form of the link demands it: escaped with percents, which every form understands. */
function writtenAs({ kind }: Link, address: string): string {
  const plain = address.replace(/[\s<>"\\|`]/g, (character) => encodeURIComponent(character));
  if (kind === 'html') return plain.replaceAll("'", '%27').replaceAll('&', '&amp;');
  // Markdown reads `&copy;` as a character; the semicolon makes it one.
  const quiet = plain.replace(/&(?=#?\w+;)/g, '&amp;');
  if (kind === 'bare') return quiet.replace(/[*_~]+$/, encodeAll);
  return isBalanced(quiet) ? quiet : quiet.replace(/[()]/g, encodeAll);
}

function encodeAll(text: string): string {
  return [...text].map((character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).join('');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Whether writing the target of permanent redirects for an address is sure to keep its meaning: another scheme,
 * another `www.`, a slash at the end, letters in another case, or a repository under its new name.
 */
export function isSafeMove(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const [a, b] = [new URL(from), new URL(to)];
  if (!/^https?:$/.test(b.protocol) || (a.protocol === 'https:' && b.protocol === 'http:')) return false;
  if (a.search !== b.search || (a.hash !== '' && a.hash !== b.hash)) return false;
  if (bareHost(a) !== bareHost(b)) return false;
  if (barePath(a) === barePath(b)) return true;
  return isRepository(a) && isRepository(b);
}

function bareHost({ host }: URL): string {
  return host.replace(/^www\./, '');
}

function barePath({ pathname }: URL): string {
  return pathname.replace(/\/$/, '').toLowerCase();
}

/** `github.com/owner/name` and nothing behind it. */
function isRepository(url: URL): boolean {
  return bareHost(url) === 'github.com' && /^\/[\w-]+\/[\w.-]+\/?$/.test(url.pathname);
}
