import type { Entry } from '../src/list/types.ts';
import type { Edit } from '../src/message.ts';
import { defineRule } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import type { Departure } from '../src/style/departures.ts';
import type { Dimension } from '../src/style/dimension.ts';
import {
  endOfSentence,
  finalMark,
  fullStops,
  isIdeographic,
  strictFinalMark,
  withoutBareCells,
} from '../src/style/final-mark.ts';
import { reportDepartures } from '../src/style/report-departures.ts';

export default defineRule({
  id: 'description-punctuation',
  summary: 'Descriptions end as the list ends its descriptions: with a full stop, or without',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'safe',
  options: {
    mark: {
      default: 'house',
      values: ['house', 'full-stop', 'none'],
      about: 'Whether descriptions end with a full stop; `house`: as most of the list does',
    },
  },
  presetOptions: { awesome: { mark: 'full-stop' } },
  since: '0.1.0',
  docs: {
    finds: `Descriptions without a full stop where at least four in five of the list have one, and descriptions with one where the
others have none. Exclamation and question marks, ellipses and the full stops of other scripts (\`。\` \`।\` \`؟\`) end a sentence too.
Badges, tags, licences, links and emoji after the sentence are not part of it. Where the list uses no full stops, descriptions of
several sentences may still have one, and abbreviations keep theirs.`,
    why: 'Descriptions that all end alike read as one text, written with care.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - Steamed
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'Descriptions are quoted from elsewhere and kept as they are there.',
  },

  list(list, context) {
    let marks: ReturnType<typeof fullStops> | undefined;
    const stopFor = (text: string) => {
      marks ??= fullStops(list.entries);
      return isIdeographic(text) ? marks.ideographic : marks.other;
    };
    const isStrict = context.options.mark === 'full-stop';
    const sentences = new Set(withoutBareCells(list.entries));
    const judged = isStrict ? { ...list, entries: [...sentences] } : list;
    const ofHouse: Dimension = {
      ...finalMark,
      // Titles and key words in the cells of a table need no full stop because descriptions elsewhere have one.
      excused: (entry, expected) =>
        (expected === 'full-stop' && !sentences.has(entry)) || finalMark.excused?.(entry, expected) === true,
    };
    reportDepartures({ ...context, list: judged }, isStrict ? strictFinalMark : ofHouse, {
      choice: context.options.mark,
      placeOf: ({ entry }) => lastWord(entry, context.source),
      editsOf: (departure) => editsOf(departure, stopFor, context.source),
      touches: ['layout'],
    });
  },
});

function lastWord({ description, place }: Entry, source: Source) {
  const [start, end] = [description?.place.start.offset, description?.place.end.offset];
  if (start === undefined || end === undefined) return place;
  const text = source.text.slice(start, end);
  const stop = endOfSentence(text);
  const blank = text.slice(0, stop).search(/\S+$/);
  return source.place(start + Math.max(blank, 0), start + stop);
}

function editsOf(
  { entry: { description }, expected }: Departure,
  stopFor: (text: string) => string,
  source: Source,
): Edit[] | undefined {
  const [start, end] = [description?.place.start.offset, description?.place.end.offset];
  if (!description || start === undefined || end === undefined) return undefined;
  const text = source.text.slice(start, end);
  const at = start + endOfSentence(text);
  // A colon or a comma at the end announces something: what, a person knows.
  if (expected === 'full-stop' && /[:：;；,，、–—-]$/.test(source.text.slice(start, at))) return undefined;
  if (expected === 'full-stop') return [{ start: at, end: at, text: stopFor(description.text) }];
  // A full stop within emphasis stands before its marker.
  const marked = at - (/[*_~]*$/.exec(source.text.slice(at - 3, at))?.[0].length ?? 0);
  return [{ start: marked - 1, end: marked, text: '' }];
}
