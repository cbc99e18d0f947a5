/**
 * The address of a file as SARIF has it: relative paths stay relative, absolute ones become `file:`, all of it
 * percent-encoded.
 */
export function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (/^[a-z]:\//i.test(path)) return `file:///${path[0]}:${encoded.slice(encoded.indexOf('/'))}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(?:\.\/)+/, '');
}

/** Through bytes, for a lone surrogate has no encoding of its own. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(Buffer.from(segment).toString());
}
