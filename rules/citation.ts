import type { Venue } from '../src/list/types.ts';
import type { Edit } from '../src/message.ts';
import { defineRule } from '../src/rule.ts';
import {
  emphasised,
  inShape,
  shapeOf,
  venueEmphasis,
  venuePresence,
  venueSeparator,
  venueShape,
} from '../src/style/citation.ts';
import type { Departure } from '../src/style/departures.ts';
import { reportDepartures } from '../src/style/report-departures.ts';

export default defineRule({
  id: 'citation',
  summary: 'Papers are cited as the list cites its papers',
  category: 'entry',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'safe',
  options: {
    venue: {
      default: 'house',
      values: ['house', 'venue', 'none'],
      about: 'Whether a citation names the venue',
    },
    separator: {
      default: 'house',
      about: 'What stands between title and venue, blanks included, such as `, `',
    },
    emphasis: {
      default: 'house',
      values: ['house', '', '_', '*', '**', '__', '('],
      about: 'What venues are wrapped in',
    },
    shape: {
      default: 'house',
      values: ['house', 'SOSP 2017', 'SOSP, 2017', "SOSP '17", "SOSP'17", 'SOSP2017', 'SOSP17', 'SOSP 17'],
      about: 'How the year is added to the name of a venue, by example',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `In lists and sections of papers: citations without a venue, or with one that is set off, emphasised or dated in another way
than at least four in five of the list's own. Where only most are alike there is one note for all of the others.`,
    why: 'In a list of papers the venue says what to make of a title. It is found at a glance only where it always looks the same.',
    bad: `# Awesome Tea Papers

- [**On Steaming**](https://example.com/1), _TEA'14_
- [**On Firing**](https://example.com/2), _TEA'15_
- [**On Rolling**](https://example.com/3), _LEAF'15_
- [**On Wilting**](https://example.com/4), _TEA'16_
- [**On Blending**](https://example.com/5), (LEAF'17)
- [**On Brewing**](https://example.com/6), _TEA'18_
`,
    good: `# Awesome Tea Papers

- [**On Steaming**](https://example.com/1), _TEA'14_
- [**On Firing**](https://example.com/2), _TEA'15_
- [**On Rolling**](https://example.com/3), _LEAF'15_
- [**On Wilting**](https://example.com/4), _TEA'16_
- [**On Blending**](https://example.com/5), _LEAF'17_
- [**On Brewing**](https://example.com/6), _TEA'18_
`,
    whenOff: 'Citations are exported from a reference manager and kept as it writes them.',
  },

  list(_, context) {
    const { options, source } = context;
    const placeOf = ({ entry }: Departure) => entry.venue?.place ?? entry.namePart.place;
    reportDepartures(context, venuePresence, { choice: options.venue, placeOf, touches: ['text'] });
    reportDepartures(context, venueSeparator, {
      choice: options.separator,
      placeOf,
      touches: ['layout'],
      editsOf: ({ entry, expected }) => separatorEdits(entry.venue, expected, source.text),
    });
    reportDepartures(context, venueEmphasis, {
      choice: options.emphasis,
      placeOf,
      touches: ['layout'],
      editsOf: ({ entry, expected }) => emphasisEdits(entry.venue, expected, source.text),
    });
    reportDepartures(context, venueShape, {
      choice: options.shape,
      placeOf,
      touches: ['text'],
      isSafe: () => false,
      editsOf: ({ entry, expected }) => shapeEdits(entry.venue, expected, source.text),
    });
  },
});

function separatorEdits(venue: Venue | undefined, expected: string, text: string): Edit[] | undefined {
  const end = venue && wholeOf(venue, text)?.start;
  if (!venue || end === undefined) return undefined;
  const start = end - venue.separator.length;
  if (text.slice(start, end) !== venue.separator || venue.separator.includes('\n')) return undefined;
  return [{ start, end, text: expected }];
}

function emphasisEdits(venue: Venue | undefined, expected: string, text: string): Edit[] | undefined {
  const whole = venue && wholeOf(venue, text);
  return whole && [{ ...whole, text: emphasised(venue.text, expected) }];
}

function shapeEdits(venue: Venue | undefined, expected: string, text: string): Edit[] | undefined {
  const whole = venue && wholeOf(venue, text);
  const shape = venue && shapeOf(venue.text);
  return whole && shape && [{ ...whole, text: emphasised(inShape(shape, expected), venue.emphasis) }];
}

/** Where a venue stands, its emphasis included; undefined where its source is not simply its text. */
function wholeOf(
  { place, text, emphasis }: Venue,
  source: string,
): { start: number; end: number } | undefined {
  if (place.start.offset === undefined || place.end.offset === undefined) return undefined;
  const whole = { start: place.start.offset - emphasis.length, end: place.end.offset + emphasis.length };
  return source.slice(whole.start, whole.end) === emphasised(text, emphasis) ? whole : undefined;
}
