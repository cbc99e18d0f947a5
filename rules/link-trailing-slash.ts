import type { Link } from '../src/list/types.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import type { Departure } from '../src/style/departures.ts';
import type { Dimension } from '../src/style/dimension.ts';
import { reportDepartures } from '../src/style/report-departures.ts';
import { hostSlash, repositorySlash } from '../src/style/trailing-slash.ts';

type Choice = 'house' | 'slash' | 'none' | 'any';

const values = ['house', 'slash', 'none', 'any'] as const;

export default defineRule({
  id: 'link-trailing-slash',
  summary: 'Addresses of sites and repositories end alike: all in a slash, or none',
  category: 'link',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'safe',
  options: {
    hosts: {
      default: 'house',
      values,
      about:
        'Addresses that are nothing but a host: `slash`, `none`, `any`, or `house`: what most of the list does',
    },
    repositories: {
      default: 'house',
      values,
      about: 'Addresses of repositories: `slash`, `none`, `any`, or `house`: what most of the list does',
    },
  },
  since: '0.1.0',
  docs: {
    finds:
      'Entries whose address is a bare host (`https://tea.example`) or a repository on GitHub, GitLab, Codeberg or Bitbucket, and ends in a slash where four in five of the list do not, or the other way round. Other addresses are left alone: there the slash may matter.',
    why: 'It is the same page either way, and scripts that compare addresses as text see two.',
    bad: '# Tea\n\n- [A](https://a.example) - One.\n- [B](https://b.example) - Two.\n- [C](https://c.example) - Three.\n- [D](https://d.example) - Four.\n- [E](https://e.example/) - Five.\n',
    good: '# Tea\n\n- [A](https://a.example) - One.\n- [B](https://b.example) - Two.\n- [C](https://c.example) - Three.\n- [D](https://d.example) - Four.\n- [E](https://e.example) - Five.\n- [F](https://f.example/f/) - Six.\n',
    whenOff: 'It is off unless asked for.',
  },
  list: (_, context) => {
    reportSlashes(hostSlash, context.options.hosts, context);
    reportSlashes(repositorySlash, context.options.repositories, context);
  },
});

function reportSlashes(
  dimension: Dimension,
  choice: Choice,
  context: Pick<RuleContext<object>, 'facts' | 'list' | 'report' | 'source'>,
): void {
  if (choice === 'any') return;
  reportDepartures(context, dimension, {
    choice,
    placeOf: (departure) => linkOf(departure)?.urlPlace ?? departure.entry.place,
    editsOf: (departure) => editsOf(departure, context.source.text),
    touches: ['links'],
  });
}

function linkOf({ entry }: Departure): Link | undefined {
  return entry.links.find(({ url }) => url === entry.url);
}

function editsOf(departure: Departure, text: string) {
  const end = linkOf(departure)?.urlPlace?.end.offset;
  if (end === undefined) return undefined;
  if (departure.expected === 'slash') return [{ start: end, end, text: '/' }];
  return text[end - 1] === '/' ? [{ start: end - 1, end, text: '' }] : undefined;
}
