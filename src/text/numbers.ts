/** Whether a heading's number goes on from another's, as that of `4.1. Black` does from `4. Tea`. */
export function isNumberedUnder(inner: string, outer: string): boolean {
  const number = numberOf(outer);
  return number !== '' && numberOf(inner).startsWith(`${number}.`);
}

/** `4.1` of `4.1. Black`; empty where a text begins with no number. */
function numberOf(text: string): string {
  return /^\s*(\d+(?:\.\d+)*)(?=[.)、:\s])/.exec(text)?.[1] ?? '';
}
