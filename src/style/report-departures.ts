import type { Position } from 'unist';
import type { Edit, Fix } from '../message.ts';
import type { Finding, RuleContext } from '../rule.ts';
import { type Departure, judge, type WeakHabit } from './departures.ts';
import type { Dimension } from './dimension.ts';

/** How a rule reports what a dimension finds. */
export interface Reporting {
  /** `house`, or the value that is chosen for all. */
  choice: string;
  /** Where in the entry the finding is. */
  placeOf(departure: Departure): Position;
  /** The edits that would make it right; undefined where that takes a person. */
  editsOf?(departure: Departure): Edit[] | undefined;
  touches: Fix['touches'];
  /** What a fix may touch that is only suggested, where that is more. */
  suggestedTouches?: Fix['touches'];
  /** Whether a fix for a departure from a firm habit is safe. Default true; for a weak habit it never is. */
  isSafe?(departure: Departure): boolean;
}

/** Reports every departure from a firm habit, and each weak habit once, as info, with all its places. */
export function reportDepartures(
  { list, facts, report }: Pick<RuleContext, 'list' | 'facts' | 'report'>,
  dimension: Dimension,
  reporting: Reporting,
): void {
  const { departures, weak } = judge(list.entries, dimension, reporting.choice, facts.before?.entries);
  for (const departure of departures) report(findingOf(departure, dimension, reporting));
  for (const habit of weak) report(weakFindingOf(habit, dimension, reporting));
}

function findingOf(departure: Departure, dimension: Dimension, reporting: Reporting): Finding {
  const edits = reporting.editsOf?.(departure);
  return {
    reason: departure.reason,
    at: reporting.placeOf(departure),
    actual: dimension.here(departure.actual),
    // Without edits the value is a word for people, and no text to put in the place.
    expected: edits && [departure.expected],
    fix: fixOf(reporting.isSafe?.(departure) === false ? 'suggested' : 'safe', edits, reporting),
  };
}

function weakFindingOf(
  { reason, departures }: WeakHabit,
  { option, rule }: Dimension,
  reporting: Reporting,
): Finding {
  const places = departures.map((departure) => reporting.placeOf(departure));
  const edits = departures.flatMap((departure) => reporting.editsOf?.(departure) ?? []);
  return {
    reason,
    at: places[0],
    places,
    severity: 'info',
    note: `Too few for a rule of the list; option ${option} of ${rule} makes it one`,
    fix: fixOf('suggested', edits, reporting),
  };
}

function fixOf(kind: Fix['kind'], edits: Edit[] | undefined, reporting: Reporting): Fix | undefined {
  if (!edits || edits.length === 0) return undefined;
  const { touches, suggestedTouches = touches } = reporting;
  return { kind, touches: kind === 'safe' ? touches : suggestedTouches, edits };
}
