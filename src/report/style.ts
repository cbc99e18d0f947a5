import picocolors from 'picocolors';
import type { PinState } from '../config/pins.ts';
import type { Convention, ShownHabit } from '../style/convention.ts';
import { fewest, type Strength } from '../style/habit.ts';
import { columns, wrap } from './columns.ts';
import { forTerminal } from './escape.ts';

/** The conventions of one list, and what of them is in the configuration. */
export interface StyleOfList {
  path: string;
  entries: number;
  conventions: (Convention & {
    state: PinState;
    /** Whether its rule runs, so that what departs from it is reported. */
  })[];
}

export interface StyleOptions {
  colour: boolean;
  /** Columns that a line may take. */
  width: number;
  /** Show every outlier, and what is too rare to be a habit. */
  all: boolean;
  /** Whether they are going to be written into the configuration. */
  isPinning: boolean;
}

const marks: Record<Strength, string> = { firm: '✓', weak: '~', none: '·' };

/** The conventions of lists as tables for people. */
export function styleText(lists: readonly StyleOfList[], options: StyleOptions): string {
  const paint = picocolors.createColors(options.colour);
  const blocks = lists.map((list) => tableOf(list, options));
  const isOpen = lists.some(({ conventions }) => conventions.some(({ state }) => state === 'open'));
  const legend = [
    `${marks.firm} firm: what departs from it is reported. ${marks.weak} weak: at most reported once for all. ${marks.none} no habit: nothing is said.`,
    isOpen && !options.isPinning
      ? '`kempt style --pin` writes them into the configuration, so that no change can turn them.'
      : '',
  ];
  const below = legend.filter(Boolean).flatMap((line) => wrap(line, options.width));
  return [...blocks, below.map((line) => paint.dim(line))].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function tableOf({ path, entries, conventions }: StyleOfList, options: StyleOptions): string[] {
  const paint = picocolors.createColors(options.colour);
  const shown = conventions.flatMap((convention) => {
    const habits = convention.habits.filter(({ total }) => total >= (options.all ? 1 : fewest));
    return habits.map((habit, index) => ({ convention, habit, isFirst: index === 0 }));
  });
  const head = `${paint.underline(forTerminal(path))}  ${paint.dim(`${entries} ${entries === 1 ? 'entry' : 'entries'}`)}`;
  const widths = {
    name: Math.max(0, ...shown.map(({ convention, habit }) => columns(nameOf(convention, habit)))),
    count: Math.max(0, ...shown.map(({ habit }) => countOf(habit).length)),
  };
  return [head, ...shown.flatMap((row) => rowOf(row, widths, options))];
}

interface Row {
  convention: StyleOfList['conventions'][number];
  habit: ShownHabit;
}

function nameOf({ name }: Convention, { where }: ShownHabit): string {
  return where === undefined ? name : `  in ${forTerminal(where)}`.slice(0, 30);
}

function countOf({ count: times, total }: ShownHabit): string {
  return `${Math.floor((100 * times) / total)} %  ${times} of ${total}`;
}

function rowOf(
  { convention, habit }: Row,
  widths: { name: number; count: number },
  options: StyleOptions,
): string[] {
  const paint = picocolors.createColors(options.colour);
  const { strength } = habit;
  const colour = { firm: paint.green, weak: paint.yellow, none: paint.dim }[strength];
  const left = `  ${marks[strength]} `.length + widths.name + 2;
  const room = Math.max(12, options.width - left - 2 - widths.count);
  const state = stateWords[convention.state];
  const values = wrap(forTerminal(`${habit.shown}${state ? ` (${state})` : ''}`), room);
  const name = nameOf(convention, habit);
  const first = [
    `  ${colour(marks[strength])} ${name}${' '.repeat(widths.name - columns(name))}  `,
    `${values[0]}${' '.repeat(Math.max(0, room - columns(values[0]!)))}  `,
    paint.dim(countOf(habit).padStart(widths.count)),
  ].join('');
  const rest = [...values.slice(1), ...wrap(outliersOf(habit, options), options.width - left).map(paint.dim)];
  return [first, ...rest.filter((line) => line !== paint.dim('')).map((line) => ' '.repeat(left) + line)];
}

const stateWords: Record<PinState, string> = {
  pinned: 'pinned',
  chosen: 'set otherwise',
  off: 'its rule is off',
  open: '',
  none: '',
};

/** Up to this many lines of each other value are named. */
const mostLines = 8;

/** `A full stop: line 12, 40` */
function outliersOf({ outliers, strength }: ShownHabit, { all }: StyleOptions): string {
  if (outliers.length === 0 || (strength === 'none' && !all)) return '';
  const byValue = new Map<string, number[]>();
  for (const { shown, line } of outliers) byValue.set(shown, [...(byValue.get(shown) ?? []), line]);
  const parts = [...byValue].map(([shown, lines]) => {
    const named = all ? lines : lines.slice(0, mostLines);
    const more = lines.length > named.length ? ` and ${lines.length - named.length} more` : '';
    return `${forTerminal(shown)}: ${lines.length === 1 ? 'line' : 'lines'} ${named.join(', ')}${more}`;
  });
  return parts.join('; ');
}

/** The same for machines. */
export function styleJson(lists: readonly StyleOfList[]): string {
  const files = lists.map(({ path, entries, conventions }) => ({
    path,
    entries,
    conventions: conventions.map(({ habits, binding, name, about, rule, things, state }) => ({
      name,
      about,
      rule,
      things,
      state,
      ...(binding && { options: '' in binding ? binding[''] : binding }),
      habits: habits.filter(({ total }) => total > 0).map(habitJson),
    })),
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}

function habitJson({ where, value, shown, strength, count: times, total, counts, outliers }: ShownHabit) {
  return { where, value, shown, strength, count: times, total, share: times / total, counts, outliers };
}
