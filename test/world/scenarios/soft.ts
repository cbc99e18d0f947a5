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
