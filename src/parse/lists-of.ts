import type { Line } from './lines-of.ts';

/** An item around another: where its text begins, in columns from 0, its line, and the name of its list. */
interface Around {
  content: number;
  index: number;
  name: string;
}

/** The marker of an item whose text begins on the same line; of a number only what is the same in all of a list. */
const marked = /^( *)(?:([-*+])|(\d{1,9})([.)]))( {1,4})[^\s*+-]/;

/**
 * For each line, a name of the list whose item begins there, where the lines right above leave no doubt: the line of
 * the item that the list is nested in, if it is, and how it is marked.
 */
export function listsOf(lines: readonly Line[]): (string | undefined)[] {
  let above: Around[] | undefined;
  return lines.map(({ text, isInside }, index) => {
    const item = isInside ? undefined : itemOf(text, index, above);
    above = item && [...item.around, item];
    return item?.name;
  });
}

function itemOf(
  text: string,
  index: number,
  above: Around[] | undefined,
): (Around & { around: Around[] }) | undefined {
  const [, indent, bullet, number, delimiter, space] = marked.exec(text) ?? [];
  if (indent === undefined || (!above && indent !== '')) return undefined;
  const around = (above ?? []).filter(({ content }) => content <= indent.length);
  // Four columns more than these ask would be code, or go on with a text.
  if (indent.length - (around.at(-1)?.content ?? 0) >= 4) return undefined;
  const name = `${around.at(-1)?.index ?? ''}${indent}${bullet ?? delimiter}`;
  // Another number than 1 begins no list right below a text.
  if (number !== undefined && Number(number) !== 1 && above?.[around.length]?.name !== name) return undefined;
  const width = bullet?.length ?? number!.length + delimiter!.length;
  return { content: indent.length + width + space!.length, index, name, around };
}
