import { shownWidth } from '../src/image-hidpi/shown-width.ts';
import { headerImages } from '../src/list/header-images.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'image-hidpi',
  summary: 'Images at the top are shown at half their real width or less',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  needs: ['imageSizes'],
  docs: {
    finds: `Images above the first section that GitHub shows at more than half of their width in pixels. Read are PNG, JPEG, GIF,
WebP and AVIF files in the list’s own repository; drawings (SVG) are sharp at any size, and badges are left alone.`,
    why: `Most screens have two pixels where the page counts one: an image at its full width is blurred. sindresorhus/awesome asks for
at most half of the width of the original.`,
    bad: `<img src="logo.png" width="400" alt="Awesome Tea">

# Awesome Tea

<!-- logo.png is 600 pixels wide -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `<img src="logo.png" width="300" alt="Awesome Tea">

# Awesome Tea

<!-- logo.png is 600 pixels wide -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome, or there is no larger version of the image.',
  },

  list(list, { facts, source, report }) {
    for (const image of headerImages(list, source.text)) {
      const { link } = image;
      const size = facts.imageSizes?.get(link.url);
      if (!size) continue;
      const shown = shownWidth(image, size);
      const most = Math.floor(size.width / 2);
      // What is rounded is not blurred.
      if (shown === undefined || shown <= most + 1) continue;
      report({
        reason: `“${link.url}” is ${size.width} pixels wide and shown at ${shown}, expected at most ${most}`,
        at: link.place,
        note: `Set its width to ${most}, or take a larger image`,
      });
    }
  },
});
