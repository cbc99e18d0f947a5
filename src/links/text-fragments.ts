/** What a text directive wants to find: https://wicg.github.io/scroll-to-text-fragment/ */
interface Directive {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

const marker = ':~:';

/** Whether a fragment, without `#`, points at text of the page. */
export function isTextFragment(fragment: string): boolean {
  return fragment.includes(`${marker}text=`);
}

/** Whether a page's text has what each text directive of a fragment points at. Case and blanks are not compared. */
export function hasText(pageText: string, fragment: string): boolean {
  const text = plain(pageText);
  return directivesOf(fragment).every((directive) => isIn(text, directive));
}

function directivesOf(fragment: string): Directive[] {
  const after = fragment.slice(fragment.indexOf(marker) + marker.length);
  return after.split('&').flatMap((one) => (one.startsWith('text=') ? [directiveOf(one.slice(5))] : []));
}

/** `[prefix-,]start[,end][,-suffix]`, each percent-encoded. */
function directiveOf(written: string): Directive {
  const parts = written.split(',');
  const prefix = parts.length > 1 && parts[0]!.endsWith('-') ? parts.shift()!.slice(0, -1) : '';
  const suffix = parts.length > 1 && parts.at(-1)!.startsWith('-') ? parts.pop()!.slice(1) : '';
  const [start = '', end = ''] = parts;
  return { prefix: decoded(prefix), start: decoded(start), end: decoded(end), suffix: decoded(suffix) };
}

function isIn(text: string, { prefix, start, end, suffix }: Directive): boolean {
  const before = prefix === '' ? '' : `${prefix} `;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (!text.slice(0, at).endsWith(before) && !text.slice(0, at).endsWith(prefix)) continue;
    const from = at + start.length;
    const to = end === '' ? from : text.indexOf(end, from) + end.length;
    if (end !== '' && to < from + end.length) return false;
    if (text.slice(to).trimStart().startsWith(suffix)) return true;
  }
  return false;
}

function decoded(part: string): string {
  try {
    return plain(decodeURIComponent(part));
  } catch {
    return plain(part);
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
