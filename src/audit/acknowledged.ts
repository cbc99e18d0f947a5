/** A trouble that is known and waited for. */
export interface Acknowledgement {
  /** The whole address; `*` stands for whatever is there. */
  url: string;
  /** Why it is left as it is. */
  reason: string;
  /** The first day, `2026-03-01` in UTC, on which the trouble is told again. */
  expires: string;
}

/** Whether a day is over which an acknowledgement held. */
export function hasExpired({ expires }: Acknowledgement, now: Date): boolean {
  return now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
}

/** The acknowledgement of an address, where one holds. */
export function acknowledgementOf(
  url: string,
  acknowledged: readonly Acknowledgement[],
  now: Date,
): Acknowledgement | undefined {
  return acknowledged.find((one) => !hasExpired(one, now) && matchesAddress(one.url, url));
}

/** Whether a pattern with `*` matches a whole address. In linear time, whoever wrote the pattern. */
export function matchesAddress(pattern: string, url: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return url === pattern;
  const last = rest.pop()!;
  if (!url.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = url.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return url.length - last.length >= at && url.endsWith(last);
}
