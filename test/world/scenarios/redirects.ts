import { byScheme, inTurn, needsCookie, page, prose, redirect, reset, site, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const permanent = [301, 308];
const temporary = [302, 303, 307];
const to = (code: number, target = '/new', then = page()) =>
  site({ '/page': redirect(code, target), '/new': then });
const refresh = (content: string) => page('Wait', `<meta http-equiv="refresh" content="${content}">${prose}`);

export const redirects: Scenario[] = [
  ...permanent.map((code): Scenario => {
    return { name: `redirects by ${code}`, answer: to(code), verdict: 'moved', target: '{http:}/new' };
  }),
  ...temporary.map((code): Scenario => {
    return { name: `redirects by ${code}`, answer: to(code), verdict: 'redirected', target: '{http:}/new' };
  }),
  ...[...permanent, ...temporary].map((code): Scenario => {
    return { name: `redirects by ${code} to a 404`, answer: to(code, '/new', status(404)), verdict: 'dead' };
  }),
  { name: 'redirects to a page that fails', answer: to(301, '/new', status(500)), verdict: 'unreachable' },
  { name: 'redirects to a page that is walled', answer: to(301, '/new', status(403)), verdict: 'blocked' },
  { name: 'redirects to a page that breaks off', answer: to(301, '/new', reset), verdict: 'unreachable' },
  {
    name: 'redirects for good, then for now',
    answer: site({ '/page': redirect(301, '/a'), '/a': redirect(302, '/b'), '/b': page() }),
    verdict: 'redirected',
  },
  {
    name: 'redirects for good three times',
    answer: site({
      '/page': redirect(301, '/a'),
      '/a': redirect(308, '/b'),
      '/b': redirect(301, '/c'),
      '/c': page(),
    }),
    verdict: 'moved',
    target: '{http:}/c',
  },
  {
    name: 'redirects to another host',
    answer: redirect(301, '{http:other}/there'),
    others: { other: { answer: site({ '/there': page() }) } },
    verdict: 'moved',
    target: '{http:other}/there',
  },
  {
    name: 'redirects to the same page on https',
    answer: byScheme(page(), redirect(301, '{https:}/page')),
    verdict: 'moved',
    target: '{https:}/page',
  },
  {
    name: 'redirects to a host that does not exist',
    answer: redirect(301, '{http:nobody}/'),
    verdict: 'dead',
    code: 'ENOTFOUND',
  },
  {
    name: 'redirects relatively',
    answer: site({ '/dir/page': redirect(301, 'new?x=1'), '/dir/new': page() }),
    url: '{http:}/dir/page',
    verdict: 'moved',
    target: '{http:}/dir/new?x=1',
  },
  { name: 'redirects with a fragment', answer: to(301, '/new#part'), verdict: 'moved' },
  {
    name: 'redirects without saying where',
    answer: status(302),
    verdict: 'unreachable',
    says: /without a target/,
  },
  { name: 'redirects nowhere with a page', answer: status(301, {}, prose), verdict: 'unreachable' },
  {
    name: 'redirects to nonsense',
    answer: redirect(302, 'http://[nonsense'),
    verdict: 'unreachable',
    code: 'KEMPT_BAD_LOCATION',
  },
  {
    name: 'redirects to another scheme',
    answer: redirect(302, 'mailto:a@b.example'),
    verdict: 'unreachable',
    code: 'KEMPT_REDIRECT_SCHEME',
  },
  {
    name: 'redirects to a file',
    answer: redirect(302, 'file:///etc/passwd'),
    verdict: 'unreachable',
    code: 'KEMPT_REDIRECT_SCHEME',
  },
  {
    name: 'redirects to a port of another protocol',
    answer: redirect(302, 'http://example.test:25/'),
    verdict: 'unreachable',
    code: 'KEMPT_BAD_LOCATION',
  },
  {
    name: 'redirects to itself',
    answer: redirect(302, '/page'),
    verdict: 'dead',
    code: 'KEMPT_REDIRECT_LOOP',
  },
  {
    name: 'redirects in a circle of three',
    answer: site({ '/page': redirect(301, '/a'), '/a': redirect(301, '/b'), '/b': redirect(301, '/page') }),
    verdict: 'dead',
    code: 'KEMPT_REDIRECT_LOOP',
  },
  {
    name: 'redirects to itself until a cookie comes back',
    answer: needsCookie('seen', page(), redirect(302, '/page', { 'set-cookie': 'seen=1; Path=/' })),
    verdict: 'ok',
  },
  {
    name: 'collects two cookies before it opens',
    answer: needsCookie(
      'second',
      page(),
      needsCookie(
        'first',
        redirect(302, '/page', { 'set-cookie': 'second=1; Path=/' }),
        redirect(302, '/page', { 'set-cookie': 'first=1; Path=/' }),
      ),
    ),
    verdict: 'ok',
  },
  {
    name: 'sets a cookie for its domain at a sub-host',
    answer: needsCookie('d', page(), redirect(302, '{http:gate}/set')),
    others: {
      gate: { answer: redirect(302, '{http:}/page', { 'set-cookie': 'd=1; Domain=world.test; Path=/' }) },
    },
    verdict: 'ok',
  },
  {
    name: 'loops although its cookie comes back',
    answer: redirect(302, '/page', { 'set-cookie': 'seen=1; Path=/' }),
    verdict: 'dead',
    code: 'KEMPT_REDIRECT_LOOP',
  },
  {
    name: 'loops once, then is there',
    answer: inTurn(redirect(302, '/page'), page()),
    verdict: 'ok',
  },
  {
    name: 'redirects for ever, each time further',
    answer: (visit) => redirect(302, `/page?n=${Number(visit.url.searchParams.get('n')) + 1}`)(visit),
    verdict: 'unreachable',
    code: 'KEMPT_TOO_MANY_REDIRECTS',
  },
  {
    name: 'refreshes at once',
    answer: site({ '/page': refresh('0; url=/new'), '/new': page() }),
    verdict: 'redirected',
    target: '{http:}/new',
  },
  {
    name: 'refreshes after five seconds',
    answer: site({ '/page': refresh("5;URL='/new'"), '/new': page() }),
    verdict: 'redirected',
  },
  { name: 'refreshes itself every minute', answer: refresh('60; url=/page'), verdict: 'ok' },
  { name: 'refreshes without an address', answer: refresh('0'), verdict: 'ok' },
  { name: 'refreshes to a 404', answer: site({ '/page': refresh('0; url=/gone') }), verdict: 'dead' },
  { name: 'refreshes itself after five seconds', answer: refresh('5; url=/page'), verdict: 'ok' },
  {
    name: 'refreshes to the next of its slides, in a circle',
    answer: site({ '/page': refresh('5; url=/2'), '/2': refresh('5; url=/page') }),
    verdict: 'redirected',
  },
  {
    name: 'refreshes only for those without scripts',
    answer: site({
      '/page': page('App', `<noscript><meta http-equiv="refresh" content="0; url=/gone"></noscript>${prose}`),
    }),
    verdict: 'ok',
  },
  {
    name: 'answers 404 with a page that refreshes to the home page',
    answer: site({
      '/page': status(404, {}, '<meta http-equiv="refresh" content="3; url=/">Not here'),
      '/': page(),
    }),
    verdict: 'dead',
  },
  {
    name: 'sends whoever asks first round once, by no cookie',
    answer: inTurn(redirect(302, '/page'), redirect(302, '/page'), page()),
    verdict: 'ok',
  },
  {
    name: 'sends round by a log-in host and back, with a cookie',
    answer: needsCookie('sso', page(), redirect(302, '{http:sso}/start')),
    others: {
      sso: { answer: redirect(302, '{http:}/page', { 'set-cookie': 'sso=1; Domain=world.test; Path=/' }) },
    },
    verdict: 'ok',
  },
  {
    name: 'sends robots to a check',
    answer: site({ '/page': redirect(302, '/sorry/index?continue=x'), '/sorry/index': status(429) }),
    verdict: 'blocked',
    says: /bot check/,
  },
  {
    name: 'redirects with cookies that are new each time',
    answer: (visit) => redirect(302, '/page', { 'set-cookie': `id=${Math.random()}; Path=/` })(visit),
    verdict: 'unreachable',
    code: 'KEMPT_TOO_MANY_REDIRECTS',
  },
  {
    name: 'sends to a log-in page',
    answer: site({ '/page': redirect(302, '/login?next=/page'), '/login': page('Log in') }),
    verdict: 'blocked',
    says: /log-in/,
  },
  {
    name: 'sends to a log-in page that answers 404',
    answer: site({ '/page': redirect(302, '/users/sign_in') }),
    verdict: 'blocked',
  },
  {
    name: 'sends to an accounts host',
    answer: redirect(302, '{http:accounts}/v3'),
    others: { accounts: { answer: page('Sign in') } },
    verdict: 'blocked',
  },
  {
    name: 'sends to a consent host',
    answer: redirect(302, '{http:consent}/m?continue=x'),
    others: { consent: { answer: page('Before you continue') } },
    verdict: 'blocked',
    says: /consent/,
  },
  {
    name: 'sends to a log-in in a circle',
    answer: site({ '/page': redirect(302, '/login'), '/login': redirect(302, '/page') }),
    verdict: 'blocked',
  },
  { name: 'is a log-in page itself', url: '{http:}/login', answer: page('Log in'), verdict: 'ok' },
  {
    name: 'keeps a log-in page at a new place',
    url: '{http:}/login',
    answer: site({ '/login': redirect(301, '/signin'), '/signin': page('Log in') }),
    verdict: 'moved',
  },
];
