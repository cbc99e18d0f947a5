import { isAffiliate, isAffiliateAddress } from '../src/address/affiliates.ts';
import { rewriteAddress, webAddresses } from '../src/address/places.ts';
import { type Parameter, parametersOf, withoutParameters } from '../src/address/query.ts';
import { namesOf, namesTheList } from '../src/address/referrer.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'link-affiliate',
  summary: 'Addresses that pay nobody for the click',
  category: 'link',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options: {
    allow: { default: [] as string[], about: 'Hosts to leave alone, such as `shop.example.com`.' },
  },
  since: '0.1.0',
  docs: {
    finds:
      'Parameters that say who is paid for a sale or a sign-up: `tag` at Amazon, `ref`, `aff`, `via`, `referral`, `affiliate_id` and their kin; addresses of affiliate networks; paths such as `/aff/ann`. A `ref` that names a branch (GitHub, GitLab) or the list itself is none.',
    why: 'A list is trusted because nobody pays for a place in it. A link that earns its author money makes every other entry doubtful too.',
    bad: '# Tea\n\n- [Kettle](https://www.amazon.com/dp/B000000000?tag=ann-20&th=1) - Boils water.\n- [Mugs](https://mugs.example/?ref=ann) - Hold tea.\n',
    good: '# Tea\n\n- [Kettle](https://www.amazon.com/dp/B000000000?th=1) - Boils water.\n- [Timer](https://github.com/ann/timer/tree/main?ref=dev) - Counts minutes.\n',
    whenOff: 'In a list that says openly that it earns from its links.',
  },
  list: (list, { options, source, report }) => {
    const names = namesOf(list);
    for (const { link, url } of webAddresses(list.links)) {
      if (options.allow.includes(url.hostname)) continue;
      const pays = (parameter: Parameter) =>
        isAffiliate(parameter, url) && !namesTheList(parameter.value, names);
      const parameters = parametersOf(link.url).filter(pays);
      const at = link.urlPlace ?? link.place;
      if (parameters.length > 0) {
        const shown = parameters.map(({ name, value }) => `“${name}=${value}”`).join(', ');
        report({
          reason: `The address carries a referral: ${shown}`,
          at,
          actual: link.url,
          expected: [withoutParameters(link.url, pays)],
          link: link.url,
          fix: rewriteAddress(link, source, 'suggested', (written) => withoutParameters(written, pays)),
        });
      } else if (isAffiliateAddress(url)) {
        report({ reason: 'The address is an affiliate’s', at, actual: link.url, link: link.url });
      }
    }
  },
});
