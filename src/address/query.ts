/** One parameter of a query. */
export interface Parameter {
  /** Decoded, in lower case. */
  name: string;
  /** Decoded. */
  value: string;
}

/** Whether an address may have any: most have none. */
export function hasParameters(address: string): boolean {
  return address.includes('?');
}

/** The parameters of an address, in order. `&amp;` separates as `&` does. */
export function parametersOf(address: string): Parameter[] {
  return partsOf(address)[1].flatMap((written, index) => (index % 2 === 1 ? [] : [parameterOf(written)]));
}

/** The address without some of its parameters, otherwise as written: separators, order, encoding and fragment stay. */
export function withoutParameters(address: string, drop: (parameter: Parameter) => boolean): string {
  const [before, written, after] = partsOf(address);
  let query = '';
  for (let index = 0; index < written.length; index += 2) {
    const part = written[index]!;
    if (drop(parameterOf(part))) continue;
    query += query === '' ? part : (written[index - 1] ?? '&') + part;
  }
  return `${before}${query === '' ? '' : `?${query}`}${after}`;
}

/** What stands before the query, its parameters with the separators between them, and the fragment. */
function partsOf(address: string): [string, string[], string] {
  const [, before = address, query, after = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(address) ?? [];
  return [before, query ? query.split(/(&(?:amp;|#38;)?)/i) : [], after];
}

function parameterOf(written: string): Parameter {
  // In a link's destination Markdown reads `\_` as `_`.
  const plain = written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const equals = plain.indexOf('=');
  const name = equals < 0 ? plain : plain.slice(0, equals);
  return { name: decode(name).toLowerCase(), value: equals < 0 ? '' : decode(plain.slice(equals + 1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
