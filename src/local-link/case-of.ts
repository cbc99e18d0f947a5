/**
 * A relative path as written, with names in the case that they have on disk.
 * @param actual the path from the repository's root, with forward slashes; it ends in the same names
 */
export function caseOf(written: string, actual: string): string {
  const names = actual.split('/');
  const parts = written.split('/');
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    // What stands before `..` is not a part of the path on disk.
    if (part === '..') break;
    if (part === '' || part === '.') continue;
    const name = names.pop();
    if (name === undefined) break;
    if (decode(part).toLowerCase() !== name.toLowerCase()) break;
    if (decode(part) !== name)
      parts[index] = decode(part) === part ? escapedName(name) : encodeURIComponent(name);
  }
  return parts.join('/');
}

/** A name as a part of an address: only what would end one, or mean something in it, is escaped. */
export function escapedName(name: string): string {
  return name.replace(/[\s%?#()<>]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
