import { byReader, page, prose, status } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

const cloudflare = '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>';
const wall = (name: string, answer: Scenario['answer'], says: RegExp): Scenario => {
  return {
    name: `is walled by ${name}`,
    answer: answer as NonNullable<Scenario['answer']>,
    verdict: 'blocked',
    says,
  };
};

export const walls: Scenario[] = [
  wall(
    'Cloudflare, 403 and header',
    status(403, { 'cf-mitigated': 'challenge', server: 'cloudflare' }),
    /Cloudflare/,
  ),
  wall('Cloudflare, 503 and page', status(503, { server: 'cloudflare' }, cloudflare), /Cloudflare/),
  wall(
    'Cloudflare, 429 and header',
    status(429, { 'cf-mitigated': 'challenge', 'retry-after': '3600' }),
    /Cloudflare/,
  ),
  wall('Cloudflare, 404 and header', status(404, { 'cf-mitigated': 'challenge' }), /Cloudflare/),
  wall('Cloudflare, 200 and page', status(200, {}, cloudflare), /Cloudflare/),
  wall(
    'Cloudflare, blocked outright',
    status(403, {}, '<title>Attention Required! | Cloudflare</title>Sorry, you have been blocked'),
    /Cloudflare/,
  ),
  wall('AWS, 202 and header', status(202, { 'x-amzn-waf-action': 'challenge' }), /AWS/),
  wall('AWS, 405 and header', status(405, { 'x-amzn-waf-action': 'captcha' }), /AWS/),
  wall(
    'AWS, 202 and page',
    status(202, {}, '<script src="https://abc.token.awswaf.com/abc/challenge.js"></script>'),
    /AWS/,
  ),
  wall(
    'Akamai, 403',
    status(
      403,
      { server: 'AkamaiGHost' },
      '<TITLE>Access Denied</TITLE>Reference #18.1 https://errors.edgesuite.net/18.1',
    ),
    /Akamai/,
  ),
  wall(
    'Akamai, 200 and script',
    status(200, {}, '<div id="sec-if-cpt-container"></div><script></script>'),
    /Akamai/,
  ),
  wall(
    'DataDome',
    status(
      403,
      { 'x-datadome': 'protected' },
      "<script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script>",
    ),
    /DataDome/,
  ),
  wall(
    'DataDome, 200',
    status(200, {}, '<script src="https://ct.captcha-delivery.com/c.js"></script>'),
    /DataDome/,
  ),
  wall(
    'PerimeterX',
    status(403, {}, '<title>Access to this page has been denied</title><div id="px-captcha"></div>'),
    /PerimeterX/,
  ),
  wall('PerimeterX, 200', status(200, {}, '<script>window._pxAppId="PX1"</script>'), /PerimeterX/),
  wall(
    'Sucuri',
    status(403, { 'x-sucuri-id': '1' }, '<title>Sucuri WebSite Firewall - Access Denied</title>'),
    /Sucuri/,
  ),
  wall(
    'Sucuri, 200 and script',
    status(200, {}, '<title>You are being redirected...</title><script>sucuri_cloudproxy_js=""</script>'),
    /Sucuri/,
  ),
  wall(
    'Vercel',
    status(429, { 'x-vercel-mitigated': 'challenge' }, '<title>Vercel Security Checkpoint</title>'),
    /Vercel/,
  ),
  wall('Vercel, 403', status(403, {}, '<title>Vercel Security Checkpoint</title>'), /Vercel/),
  wall(
    'Anubis',
    status(
      200,
      {},
      '<title>Making sure you&#39;re not a bot!</title><script id="anubis_challenge" type="application/json"></script>',
    ),
    /Anubis/,
  ),
  wall(
    'Anubis, 401',
    status(
      401,
      {},
      '<title>Making sure you are not a bot!</title><script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
    ),
    /Anubis/,
  ),
  wall('LinkedIn', status(999), /LinkedIn/),
  wall('Imperva', status(200, {}, '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>'), /Imperva/),
  wall('Fastly', status(200, {}, '<title>Client Challenge</title><script></script>'), /Fastly/),
  wall(
    'F5',
    status(
      200,
      {},
      'The requested URL was rejected. Please consult with your administrator. Your support ID is: 1',
    ),
    /F5/,
  ),
  wall('a robot check', status(200, {}, '<title>Robot Check</title>'), /bot check/),
  wall('a captcha, 403', status(403, {}, '<div class="g-recaptcha"></div>'), /bot check/),
  {
    name: 'walls off all but browsers',
    answer: byReader(page(), status(403, { 'cf-mitigated': 'challenge' })),
    verdict: 'ok',
  },
  {
    name: 'speaks of walls at length',
    answer: page('How captcha-delivery.com works', `${prose}window._pxAppId _Incapsula_Resource${prose}`),
    verdict: 'ok',
  },
  {
    name: 'is served by Cloudflare without a wall',
    answer: status(
      404,
      { server: 'cloudflare', 'cf-ray': '1' },
      '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
    ),
    verdict: 'dead',
  },
  {
    name: 'is served with DataDome, and not there',
    answer: status(404, { 'x-datadome': 'protected' }),
    verdict: 'dead',
  },
];
