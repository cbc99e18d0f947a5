import { defineRule } from '../src/rule.ts';
import type { Departure } from '../src/style/departures.ts';
import { reportDepartures } from '../src/style/report-departures.ts';
import { separator } from '../src/style/separator.ts';

export default defineRule({
  id: 'entry-separator',
  summary: 'What stands between a name and its description is the same throughout the list',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'safe',
  options: {
    separator: {
      default: 'house',
      about: 'The separator, blanks included, such as ` - ` or `: `; `house`: what most of the list uses',
    },
  },
  presetOptions: { awesome: { separator: ' - ' } },
  since: '0.1.0',
  docs: {
    finds: `Separators that differ from the one that at least four in five entries use: another mark (\`:\` among \` - \`), a dash that only
looks like a hyphen, a blank missing or doubled, a non-breaking blank, nothing but a blank before a whole sentence. A description
that continues the name (\`by …\`, \`, …\`, \`(…)\`) has no separator, and is left alone; so is a sub-list that agrees in itself.`,
    why: `Readers skim a list along its separators, and scripts that read lists split entries at them: a dash that only looks like the
others is an entry lost.`,
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha): Steamed.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff:
      'Separators mean something in the list, such as one mark for free things and another for paid ones.',
  },

  list(_, context) {
    reportDepartures(context, separator, {
      choice: context.options.separator,
      placeOf: ({ entry }) => entry.separator?.place ?? entry.place,
      editsOf,
      isSafe: ({ actual }) => actual.trim() !== '' && actual.trim() !== '.',
      touches: ['layout'],
      // A description that follows at once, `[Name](url)Text`, is one word with the name until then.
      suggestedTouches: ['layout', 'text'],
    });
  },
});

function editsOf({ entry, expected }: Departure) {
  const { start, end } = entry.separator?.place ?? {};
  if (start?.offset === undefined || end?.offset === undefined || start.line !== end.line) return undefined;
  return [{ start: start.offset, end: end.offset, text: expected }];
}
