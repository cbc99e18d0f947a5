import { arxivAbstract, arxivForm, canonicalOf } from '../src/address/canonical.ts';
import { rewriteAddress, webAddresses } from '../src/address/places.ts';
import type { Link } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';
import { habit } from '../src/style/habit.ts';

export default defineRule({
  id: 'link-canonical',
  summary: 'Addresses of known hosts are in their canonical form',
  category: 'link',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'safe',
  options: {
    arxiv: {
      default: 'house',
      values: ['house', 'abs', 'any'],
      about:
        'Whether papers on arXiv are linked by their page: `house` where four in five of the list are, `abs` always, `any` leaves them alone',
    },
  },
  since: '0.1.0',
  docs: {
    finds:
      '`www.github.com`, `.git` and `/tree/master` at the end of a repository, `youtu.be`, the mobile sites of YouTube, Wikipedia, Twitter and Facebook, `dx.doi.org`, `raw.githubusercontent.com` for a readme, and PDFs of arXiv in a list that links to the pages of papers.',
    why: 'One address for one thing: duplicates show, readers know a site at a glance, and nobody at a desk gets a page for telephones.',
    bad: '# Tea\n\n- [Kettle](https://www.github.com/ann/kettle.git) - Boils.\n- [Green tea](https://en.m.wikipedia.org/wiki/Green_tea) - All of it.\n',
    good: '# Tea\n\n- [Kettle](https://github.com/ann/kettle) - Boils.\n- [Green tea](https://en.wikipedia.org/wiki/Green_tea) - All of it.\n- [Cups](https://github.com/ann/kettle/tree/main/cups) - Hold tea.\n',
    whenOff: 'It is off unless asked for.',
  },
  list: ({ links }, { options, source, report }) => {
    const addresses = [...webAddresses(links)].map(({ link }) => link);
    const papers = habitOfPapers(addresses, options.arxiv);
    for (const link of addresses) {
      const canonical = (written: string) => canonicalOf(written) ?? pageOf(written, papers);
      const better = canonical(link.url);
      if (!better) continue;
      report({
        reason: `${better.what}, expected ${better.address}`,
        at: link.urlPlace ?? link.place,
        note: arxivForm(link.url) ? papers.evidence : undefined,
        actual: link.url,
        expected: [better.address],
        link: link.url,
        fix: rewriteAddress(link, source, 'safe', (written) => canonical(written)?.address),
      });
    }
  },
});

interface Papers {
  byPage: boolean;
  evidence?: string;
}

function habitOfPapers(links: readonly Link[], choice: 'house' | 'abs' | 'any'): Papers {
  if (choice !== 'house') return { byPage: choice === 'abs' };
  const { strength, value, count, total } = habit(links, ({ url }) => arxivForm(url));
  if (strength !== 'firm' || value !== 'abs') return { byPage: false };
  return { byPage: true, evidence: `${count} of ${total} links to arXiv lead to the page of a paper.` };
}

function pageOf(address: string, { byPage }: Papers): ReturnType<typeof canonicalOf> {
  if (!byPage || arxivForm(address) !== 'pdf') return undefined;
  return { address: arxivAbstract(address), what: 'The PDF of a paper' };
}
