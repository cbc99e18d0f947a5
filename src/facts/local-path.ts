/** The path of a relative link as written, without query and fragment; undefined for any other address. */
export function localPath(url: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(url)) return undefined;
  const written = url.replace(/[?#].*$/s, '');
  return written === '' ? undefined : written;
}
