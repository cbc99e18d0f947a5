import { rewriteAddress, webAddresses } from '../src/address/places.ts';
import { hasParameters, type Parameter, parametersOf, withoutParameters } from '../src/address/query.ts';
import { namesOf, namesTheList } from '../src/address/referrer.ts';
import { isTracking } from '../src/address/tracking.ts';
import type { Link, Section } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'link-tracking',
  summary: 'Addresses without parameters that track readers',
  category: 'link',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'suggested',
  options: {
    allow: { default: [] as string[], about: 'Parameters to leave alone, such as `ref_src`.' },
  },
  since: '0.1.0',
  docs: {
    finds:
      'Parameters that only tell a site where its readers come from: `utm_source` and its kin, `fbclid`, `gclid`, `mc_cid`, `igshid`, the `si` of a shared video, and others. Sections of sponsors are left alone, and so are parameters that name the list itself (`utm_source=awesome-tea`).',
    why: 'They report on every reader to somebody, make one page look like two, and show nothing. Most were copied by accident, and tell the site that its visitors come from a newsletter that they have never seen.',
    bad: '# Tea\n\n- [Sencha](https://sencha.example/?utm_source=newsletter&lang=en#brew) - Steamed.\n',
    good: '# Tea\n\n- [Sencha](https://sencha.example/?lang=en#brew) - Steamed.\n- [Hojicha](https://hojicha.example/?utm_source=awesome-tea) - Roasted.\n\n## Sponsors\n\n- [Kettles](https://kettles.example/?utm_campaign=tea) - Boils water.\n',
    whenOff: 'In a list that counts its readers by such parameters throughout.',
  },
  list: (list, { options, source, report }) => {
    const names = namesOf(list);
    const allowed = new Set(options.allow.map((name) => name.toLowerCase()));
    for (const { link, url } of webAddresses(list.links, hasParameters)) {
      const tracks = (parameter: Parameter) =>
        isTracking(parameter, url.hostname) && !allowed.has(parameter.name);
      const parameters = parametersOf(link.url).filter(tracks);
      if (parameters.length === 0 || isForSponsors(link)) continue;
      if (parameters.some(({ value }) => namesTheList(value, names))) continue;
      const tracking = [...new Set(parameters.map(({ name }) => `“${name}”`))];
      report({
        reason: `The address tracks its readers by ${inWords(tracking)}`,
        at: link.urlPlace ?? link.place,
        actual: link.url,
        expected: [withoutParameters(link.url, tracks)],
        link: link.url,
        fix: rewriteAddress(link, source, 'suggested', (written) => withoutParameters(written, tracks)),
      });
    }
  },
});

const ofSponsors = /sponsor|backer|supporter|partner|patron|advert|赞助|贊助|スポンサー/i;

function isForSponsors(link: Link): boolean {
  for (let section: Section | undefined = link.section; section; section = section.parent) {
    if (ofSponsors.test(section.title)) return true;
  }
  return false;
}

function inWords(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
