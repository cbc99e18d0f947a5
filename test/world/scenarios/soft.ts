import { page, prose, redirect, site, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const titles = [
  '404 Not Found',
  'Page not found | Example',
  'Seite nicht gefunden',
  'Página no encontrada',
  'Страница не найдена',
  '页面不存在',
  'ページが見つかりません',
];

export const soft: Scenario[] = [
  ...titles.map((title): Scenario => {
    return {
      name: `answers 200 to everything, headed “${title}”`,
      answer: page(title),
      verdict: 'soft-dead',
      says: /made-up/,
    };
  }),
  {
    name: 'answers 200 with next to nothing but “Not found”',
    answer: site({ '/page': page('Not found', 'Not found') }),
    verdict: 'soft-dead',
  },
  {
    name: 'says “not found” in its heading only, like all made-up pages',
    answer: page('Example', `<h1>Page not found</h1>${prose}`),
    verdict: 'soft-dead',
  },
  {
    name: 'redirects every deep link to the home page',
    url: '{http:}/blog/2014/post',
    answer: site({ '/': page('Welcome'), '*': redirect(301, '/') }),
    verdict: 'soft-dead',
    says: /home page/,
  },
  {
    name: 'redirects to its 404 page',
    answer: site({ '/404': page('Page not found'), '*': redirect(302, '/404') }),
    verdict: 'soft-dead',
  },
  {
    name: 'redirects this deep link alone to the home page',
    url: '{http:}/start/here',
    answer: site({ '/': page('Welcome'), '/start/here': redirect(301, '/') }),
    verdict: 'moved',
  },
  {
    name: 'is about “not found”, among pages that are there',
    answer: site({ '/page': page('404 Not Found: what it means') }),
    verdict: 'ok',
  },
  {
    name: 'is a home page headed “404 Not Found”',
    url: '{http:}/',
    answer: page('404 Not Found'),
    verdict: 'ok',
  },
  { name: 'answers every path alike, and well', answer: page('Our app'), verdict: 'ok' },
  {
    name: 'speaks of pages not found in its text',
    answer: page('A guide', `<p>Page not found</p>${prose}`),
    verdict: 'ok',
  },
  {
    name: 'says “not found” to plain readers only',
    answer: (visit) =>
      (visit.request.headers['sec-fetch-mode'] ? page('A page') : page('Page not found'))(visit),
    verdict: 'ok',
  },
  {
    name: 'is parked: its title offers the name, its page is a parking company’s',
    answer: page(
      'world.test domain name is for sale',
      `<script src="https://img1.sedoparking.com/x.js"></script>${prose}`,
    ),
    verdict: 'soft-dead',
    says: /parked|for sale/,
  },
  {
    name: 'is parked: a ww-name shows the offer',
    answer: redirect(302, '{http:ww25}/?x=1'),
    others: { ww25: { answer: page('Buy this domain') } },
    verdict: 'soft-dead',
  },
  ...['world.test - This domain is for sale!', 'This domain has expired', 'Domain parked by a registrar'].map(
    (title): Scenario => {
      return {
        name: `answers every path alike, headed “${title}”`,
        url: '{http:}/docs/guide',
        answer: page(title),
        verdict: 'soft-dead',
        says: /made-up/,
      };
    },
  ),
  {
    name: 'is parked: nothing but a script that leads to the offers',
    answer: status(200, {}, '<script>window.onload=function(){window.location.href="/lander"}</script>'),
    verdict: 'soft-dead',
    says: /nothing else/,
  },
  {
    name: 'is parked: a parking company’s script under every path',
    answer: page('A name', `<script src="https://www.above.com/marketplace/x.js"></script>${prose}`),
    verdict: 'soft-dead',
  },
  {
    name: 'redirects to a suspended account',
    answer: site({
      '/page': redirect(302, '/cgi-sys/suspendedpage.cgi'),
      '/cgi-sys/suspendedpage.cgi': page('Account Suspended', 'This account has been suspended.'),
    }),
    verdict: 'soft-dead',
    says: /no site/,
  },
  {
    name: 'shows what a server shows without a site',
    url: '{http:}/',
    answer: page('Welcome to nginx!', 'If you see this page, the nginx web server is successfully installed'),
    verdict: 'soft-dead',
    says: /no site/,
  },
  {
    name: 'is about nginx’s greeting',
    answer: page('Welcome to nginx!: how to get rid of it'),
    verdict: 'ok',
  },
  { name: 'is about suspended ceilings', answer: page('Suspended ceilings'), verdict: 'ok' },
  {
    name: 'offers a house, under every path',
    answer: page('This house is for sale'),
    verdict: 'ok',
  },
  {
    name: 'only speaks of names for sale',
    answer: page('How to tell that a domain is for sale'),
    verdict: 'ok',
  },
  {
    name: 'has a title that mentions the number 404',
    answer: site({ '/page': page('Route 404 hiking trail') }),
    verdict: 'ok',
  },
  {
    name: 'answers 404 in words and number',
    answer: status(404, {}, '<title>404 Not Found</title>'),
    verdict: 'dead',
  },
];
