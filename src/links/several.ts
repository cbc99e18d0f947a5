/** One or several. Of a hundred thousand links nearly all have one place, and an array takes more room than what is in it. */
export type Several<Value extends object> = Value | Value[];

export function all<Value extends object>(several: Several<Value>): Value[] {
  return Array.isArray(several) ? several : [several];
}

/** With one more at the end; several stay the same array. */
export function more<Value extends object>(several: Several<Value>, value: Value): Value[] {
  if (!Array.isArray(several)) return [several, value];
  several.push(value);
  return several;
}
