import type { Attempt, Hop } from './types.ts';

/** A mark by which a challenge or a refusal of robots is known; all that is given must fit. */
interface Wall {
  vendor: string;
  header?: [string, RegExp];
  title?: RegExp;
  body?: RegExp;
  /** Only with these; any otherwise. */
  status?: number[];
}

/** Statuses with which walls refuse outright. */
const refusals = [401, 403, 405, 406, 418, 429, 503];

/** Recorded marks of the walls in use. Header marks come first: they are surest. */
export const walls: readonly Wall[] = [
  { vendor: 'Cloudflare', header: ['cf-mitigated', /./] },
  {
    vendor: 'Cloudflare',
    title: /^(Just a moment|Attention Required! \| Cloudflare|Please Wait\.\.\. \| Cloudflare)/,
  },
  {
    vendor: 'Cloudflare',
    body: /window\._cf_chl_opt|id="challenge-(form|error-text|running)"|cf-browser-verification/,
  },
  { vendor: 'AWS WAF', header: ['x-amzn-waf-action', /./] },
  { vendor: 'AWS WAF', body: /token\.awswaf\.com|AwsWafIntegration|awsWafCookieDomainList/ },
  { vendor: 'Akamai', header: ['server', /AkamaiGHost|AkamaiNetStorage/i], status: refusals },
  { vendor: 'Akamai', body: /errors\.edgesuite\.net|sec-if-cpt-container|\bbm-verify\b|akam-sw/ },
  { vendor: 'DataDome', header: ['x-datadome', /./], status: refusals },
  { vendor: 'DataDome', header: ['x-dd-b', /./], status: refusals },
  { vendor: 'DataDome', body: /captcha-delivery\.com|geo\.captcha|dd=\{'rt':/ },
  { vendor: 'PerimeterX', header: ['x-px-block', /./] },
  { vendor: 'PerimeterX', body: /_pxAppId|px-captcha|window\._pxUuid|perimeterx\.net|human-security/ },
  { vendor: 'Sucuri', header: ['x-sucuri-block', /./] },
  { vendor: 'Sucuri', header: ['x-sucuri-id', /./], status: refusals },
  { vendor: 'Sucuri', title: /Sucuri WebSite Firewall|You are being redirected/ },
  { vendor: 'Sucuri', body: /sucuri_cloudproxy_js|Access Denied - Sucuri/ },
  { vendor: 'Vercel', header: ['x-vercel-mitigated', /./] },
  { vendor: 'Vercel', title: /^Vercel Security Checkpoint/ },
  { vendor: 'Anubis', title: /^(Making sure you['’&#39;]*re not a bot|Oh noes!)/i },
  { vendor: 'Anubis', body: /anubis_challenge|within\.website\/x\/cmd\/anubis/ },
  { vendor: 'LinkedIn', status: [999] },
  { vendor: 'Imperva', header: ['x-iinfo', /./], status: refusals },
  { vendor: 'Imperva', body: /_Incapsula_Resource|Incapsula incident ID|Pardon Our Interruption/ },
  { vendor: 'Kasada', header: ['x-kpsdk-ct', /./], status: refusals },
  { vendor: 'DDoS-Guard', header: ['server', /ddos-guard/i], status: refusals },
  { vendor: 'DDoS-Guard', title: /^DDoS-Guard/i },
  { vendor: 'Fastly', title: /^Client Challenge$/i },
  { vendor: 'Radware', body: /perfdrive\.com|ShieldSquare/ },
  { vendor: 'F5', body: /The requested URL was rejected\. Please consult with your administrator/ },
  { vendor: 'F5', body: /window\["bobcmn"\]|TSPD_101/ },
  { vendor: 'Imunify360', body: /imunify360|wsidchk/i },
  { vendor: 'Alibaba Cloud', body: /acw_sc__v\d|aliyun_waf/ },
  { vendor: 'Baidu', title: /百度安全验证/ },
  { vendor: 'Google', body: /Our systems have detected unusual traffic from your computer network/ },
  { vendor: 'Reddit', body: /whoa there, pardner|blocked by network security/i },
  { vendor: 'a bot check', header: ['x-robot-check', /./] },
  {
    vendor: 'a bot check',
    title:
      /^(Robot Check|Are you a robot\??|Are you human\??|Human Verification|Bot Verification|Security Check(point)?|Verif(y|ying) (that )?you are (a )?human|Checking your browser|One moment, please|Please verify you are (a )?human|Captcha Challenge|DDoS Protection|Access to this page has been denied|Pardon Our Interruption)/i,
  },
  {
    vendor: 'a bot check',
    body: /g-recaptcha|h-captcha|cf-turnstile|hcaptcha\.com\/1\/api\.js/,
    status: [403, 429, 503],
  },
];

/** A page of more text than this is an article, even where it speaks of walls. */
const mostTextOfWall = 2000;

/** Who refused, by the marks of the last answer; undefined where it is no wall. */
export function wallOf(hop: Hop, attempt: Pick<Attempt, 'page' | 'body'>): string | undefined {
  return walls.find((wall) => fits(wall, hop, attempt))?.vendor;
}

/** Whether waiting is of no use, because a person is wanted. */
export function isChallenge(hop: Hop, attempt: Pick<Attempt, 'page' | 'body'>): boolean {
  return wallOf(hop, attempt) !== undefined;
}

function fits(wall: Wall, hop: Hop, { page, body }: Pick<Attempt, 'page' | 'body'>): boolean {
  const { status, header, title } = wall;
  if (hop.status === undefined) return false;
  // Asked of every page there is, so the cheap questions come first.
  if (status && !status.includes(hop.status)) return false;
  if (!status && !header && (page?.text ?? 0) > mostTextOfWall) return false;
  if (header && !header[1].test(hop.headers[header[0]] ?? '')) return false;
  if (title && !title.test(page?.title ?? '')) return false;
  return !wall.body || (body !== undefined && wall.body.test(body));
}
