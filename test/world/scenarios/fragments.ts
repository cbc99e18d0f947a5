import { gzipSync } from 'node:zlib';
import { page, prose, redirect, site, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const guide = page(
  'Guide',
  `<h1>Guide</h1><h2 id="install">Install</h2><a name="old-way"></a><h2 id="größe">x</h2><h2 id="user-content-readme-part">y</h2>${prose}`,
);
const at = (fragment: string) => `{http:}/page#${fragment}`;

export const fragments: Scenario[] = [
  { name: 'has the anchor as an id', url: at('install'), answer: guide, verdict: 'ok' },
  { name: 'has the anchor as a name', url: at('old-way'), answer: guide, verdict: 'ok' },
  { name: 'has the anchor percent-encoded', url: at('gr%C3%B6%C3%9Fe'), answer: guide, verdict: 'ok' },
  { name: 'has the anchor under GitHub’s prefix', url: at('readme-part'), answer: guide, verdict: 'ok' },
  { name: 'has #top, which is always there', url: at('top'), answer: guide, verdict: 'ok' },
  {
    name: 'lacks the anchor',
    url: at('instal'),
    answer: guide,
    verdict: 'broken-fragment',
    says: /#install/,
  },
  {
    name: 'has the anchor in another case only',
    url: at('Install'),
    answer: guide,
    verdict: 'broken-fragment',
  },
  { name: 'lacks any anchor like it', url: at('zzz-zzz-zzz'), answer: guide, verdict: 'broken-fragment' },
  { name: 'uses #! for its scripts', url: at('!/route'), answer: guide, verdict: 'ok', says: /not known/ },
  {
    name: 'uses #/ for its scripts',
    url: at('/docs/intro'),
    answer: guide,
    verdict: 'ok',
    says: /not known/,
  },
  { name: 'uses #narrow/ for its scripts', url: at('narrow/stream/1'), answer: guide, verdict: 'ok' },
  { name: 'uses #gsc.tab for its scripts', url: at('gsc.tab=0'), answer: guide, verdict: 'ok' },
  { name: 'is linked by a text fragment', url: at(':~:text=things'), answer: guide, verdict: 'ok' },
  {
    name: 'is built by scripts',
    url: at('install'),
    answer: page('App', '<div></div><script src="app.js"></script>'),
    verdict: 'ok',
    says: /scripts/,
  },
  {
    name: 'is too long to read',
    url: at('end'),
    answer: page('Long', `<h1 id=a>x</h1>${prose.repeat(1200)}`),
    verdict: 'ok',
    says: /longer/,
  },
  {
    name: 'has the anchor far down',
    url: at('end'),
    answer: page('Long', `${prose.repeat(300)}<h2 id="end">x</h2>`),
    verdict: 'ok',
  },
  {
    name: 'has the anchor in a compressed page',
    url: at('install'),
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(gzipSync(`<h1 id="install">x</h1>${prose}`));
    },
    verdict: 'ok',
  },
  {
    name: 'is no page that has anchors',
    url: at('page=2'),
    answer: status(200, { 'content-type': 'application/pdf' }),
    verdict: 'ok',
  },
  {
    name: 'has moved, and has the anchor',
    url: at('install'),
    answer: site({ '/page': redirect(301, '/new'), '/new': guide }),
    verdict: 'moved',
  },
  {
    name: 'has moved, and lost the anchor',
    url: at('removed-part'),
    answer: site({ '/page': redirect(301, '/new'), '/new': guide }),
    verdict: 'broken-fragment',
    also: ['moved'],
  },
  {
    name: 'has moved to another part of a page by its own word',
    url: at('install'),
    answer: site({
      '/page': redirect(301, '/new#first-steps'),
      '/new': page('New', `<h2 id="first-steps">x</h2>${prose}`),
    }),
    verdict: 'moved',
  },
  {
    name: 'has the anchor in a heading that scripts make one of',
    url: at('getting-started'),
    answer: page(
      'Manual',
      `<h1 id="a">x</h1><h2>Getting <em>Started</em></h2>${prose}<script src="anchors.js"></script>`,
    ),
    verdict: 'ok',
    says: /scripts may/,
  },
  {
    name: 'has the anchor in a heading only, without scripts',
    url: at('getting-started'),
    answer: page('Manual', `<h1 id="a">x</h1><h2>Getting Started</h2>${prose}`),
    verdict: 'broken-fragment',
  },
  {
    name: 'keeps its state in the fragment',
    url: at('code/PTAEGEFUC'),
    answer: page('Playground', `<h1 id="a">x</h1>${prose}<script src="play.js"></script>`),
    verdict: 'ok',
    says: /not known/,
  },
  {
    name: 'is in a charset that only the page names',
    url: at('日本'),
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const name = Buffer.from([0x93, 0xfa, 0x96, 0x7b]);
      response.end(
        Buffer.concat([
          Buffer.from('<meta charset="Shift_JIS"><a name="'),
          name,
          Buffer.from(`"></a>${prose}`),
        ]),
      );
    },
    verdict: 'ok',
  },
  {
    name: 'is in a charset that only its first bytes tell',
    url: at('install'),
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(Buffer.from(`\ufeff<h2 id="install">x</h2>${prose}`, 'utf16le'));
    },
    verdict: 'ok',
  },
  { name: 'is gone with its anchor', url: at('install'), answer: status(404), verdict: 'dead' },
  {
    name: 'only has the anchor in a comment',
    url: at('hidden'),
    answer: page('x', `<!-- <a id="hidden"> --><p id="a">${prose}`),
    verdict: 'broken-fragment',
  },
];
