import { privatePlace } from '../src/address/private.ts';
import type { Link } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'link-private',
  summary: 'Links that every reader can open',
  category: 'link',
  severity: { house: 'warning', awesome: 'warning', minimal: 'warning' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Links to `localhost`, to loopback, private and link-local addresses, to names under `.local`, `.internal`, `.lan` or `.home.arpa`, and to `file:`. An address that a sentence tells the reader to open after a program was started is left alone.',
    why: 'They work on the computer or in the network of whoever added them, and nowhere else.',
    bad: '# Tools\n\n- [Foo](http://localhost:8080/foo) - Fast.\n- [Bar](http://192.168.1.20/bar) - Slow.\n',
    good: '# Tools\n\n- [Foo](https://foo.example) - Fast. Listens on `http://localhost:8080`.\n- [Bar](https://8.8.8.8/) - Slow.\n',
    whenOff: 'In a list for one network only.',
  },
  list: ({ links }, { report }) => {
    const seen = new Set<number | undefined>();
    for (const link of links) {
      const where = privatePlace(link.url);
      if (!where || isInstruction(link)) continue;
      const place = link.urlPlace ?? link.place;
      if (seen.has(place.start.offset)) continue;
      seen.add(place.start.offset);
      report({ reason: `The address leads to ${where}`, at: place, actual: link.url, link: link.url });
    }
  },
});

/** “Open http://localhost:3000”: the address is what the reader is told, not a source that is cited. */
function isInstruction(link: Link): boolean {
  return link.entry?.links[0] !== link && (link.kind === 'bare' || link.text === link.url);
}
