import type { Parameter } from './query.ts';

/** Parameters, in lower case, that say who is paid for a sale or a sign-up, whatever the site. */
const everywhere =
  /^(?:ref|aff|aff_?id|affiliate(?:_?id|_?code)?|aff_?(?:code|track|sub\d?)|a_aid|a_bid|via|referr?al(?:_?(?:id|code))?|ref_?(?:code|id)|refer(?:red_?by|_?code)|invite_?code|partner_?id|rfsn|fpr|irclickid|irgwc|cjevent|ran(?:mid|eaid|siteid)|awc|tap_[as]|lmref|via_id)$/;

/** Parameters that do so on some sites only. `www.` is not part of a host. */
const onHosts: readonly { host: RegExp; name: RegExp }[] = [
  {
    host: /^(?:[\w-]+\.)?amazon(?:\.[a-z]{2,3}){1,2}$/,
    name: /^(?:tag|linkcode|linkid|camp|creative(?:asin)?|ascsubtag)$/,
  },
  { host: /^(?:itunes|apps|books|music|podcasts|geo\.\w+)\.apple\.com$/, name: /^(?:at|ct)$/ },
  { host: /^(?:[\w-]+\.)?ebay(?:\.[a-z]{2,3}){1,2}$/, name: /^(?:campid|mkrid|mkcid|toolid|customid)$/ },
  { host: /^(?:[\w-]+\.)?aliexpress\.com$/, name: /^(?:aff_fcid|aff_fsk|aff_platform|sk)$/ },
  { host: /^(?:[\w-]+\.)?digitalocean\.com$/, name: /^refcode$/ },
  { host: /^(?:[\w-]+\.)?vultr\.com$/, name: /^ref$/ },
];

/** Sites on which these parameters mean something else: a branch, a tag, a commit. */
const forges =
  /^(?:(?:api|raw|gist)\.)?(?:github\.com|githubusercontent\.com|gitlab\.com|codeberg\.org|bitbucket\.org|gitee\.com|sr\.ht)$|(?:^|\.)(?:gitlab|gitea|git|github|forgejo)\.|\.githubusercontent\.com$/;

/** Values of `ref` that say which link of a site was clicked, or which branch is meant: nobody is paid for them. */
const nobody =
  /^(?:main|master|trunk|develop|head|v?\d+(?:\.\d+)+|(?:top_|side|nav|footer|header)[\w-]*|search|home)$/i;

/** Networks whose every link pays somebody. */
const networks =
  /(?:^|\.)(?:linksynergy\.com|shareasale\.com|anrdoezrs\.net|jdoqocy\.com|dpbolvw\.net|kqzyfj\.com|tkqlhce\.com|awin1\.com|go2cloud\.org|prf\.hn|pxf\.io|sjv\.io|avantlink\.com|skimresources\.com|viglink\.com|clickbank\.net|7eer\.net|evyy\.net|ojrq\.net)$/;

/** Paths of a shop that name whoever is paid. */
const paths = /^\/(?:aff|affiliates?|referr?als?|refer|ref)\/[\w-]+/i;

/** Whether a parameter of an address says who is paid. In a call of an API a parameter is part of the question. */
export function isAffiliate({ name, value }: Parameter, { hostname, pathname }: URL): boolean {
  const plain = hostname.replace(/^www\./, '');
  if (value === '' || forges.test(plain) || /^api\./.test(plain) || /\/api\//.test(pathname)) return false;
  if (onHosts.some((row) => row.host.test(plain) && row.name.test(name))) return true;
  return everywhere.test(name) && !nobody.test(value);
}

/** Whether an address pays somebody whatever its parameters are. */
export function isAffiliateAddress({ hostname, pathname }: URL): boolean {
  return networks.test(hostname) || (paths.test(pathname) && !forges.test(hostname.replace(/^www\./, '')));
}
