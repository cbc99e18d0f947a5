import { webAddresses } from '../src/address/places.ts';
import { namesOf, namesTheList } from '../src/address/referrer.ts';
import { isShortened, mayBeShortened } from '../src/address/shorteners.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'link-shortener',
  summary: 'Addresses that are not hidden behind a shortener',
  category: 'link',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'none',
  options: {
    allow: { default: [] as string[], about: 'Shorteners to leave alone, by host.' },
  },
  since: '0.1.0',
  docs: {
    finds:
      'Links through services that shorten addresses: `bit.ly`, `t.co`, `goo.gl`, `tinyurl.com`, `git.io` and others. Hosts that lead to one site and are run by it (`youtu.be`, `redd.it`, `discord.gg`, `doi.org`, `aka.ms`, `goo.gl/maps`) are fine, and so are short addresses that name the list itself (`bit.ly/awesome-tea-kettles`).',
    why: 'The reader cannot see where such a link leads, its owner can point it elsewhere at any time, and when the service closes every link of it is dead.',
    bad: '# Tea\n\n- [Sencha](https://bit.ly/3xYzAbC) - Steamed.\n',
    good: '# Tea\n\n- [Sencha](https://sencha.example) - Steamed.\n- [Brewing](https://youtu.be/dQw4w9WgXcQ) - A film.\n- [Bitly](https://bit.ly) - Shortens addresses.\n',
    whenOff: 'In a list whose own short links are meant to stay.',
  },
  list: (list, { options, report }) => {
    let names: string[] | undefined;
    for (const { link, url } of webAddresses(list.links, mayBeShortened)) {
      if (!isShortened(url) || options.allow.includes(url.hostname)) continue;
      // A short address that a list has made for itself, to count its readers.
      names ??= namesOf(list);
      if (namesTheList(url.pathname, names)) continue;
      report({
        reason: `The address is hidden behind the shortener ${url.hostname}`,
        at: link.urlPlace ?? link.place,
        note: 'Open the link, and list the address that it leads to.',
        actual: link.url,
        link: link.url,
      });
    }
  },
});
