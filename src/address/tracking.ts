import type { Parameter } from './query.ts';

/** Parameters, in lower case, that tell a site where a reader came from, whatever the site. */
const everywhere =
  /^(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|piwik_(?:campaign|kwd)|fbclid|gclid|gclsrc|gbraid|wbraid|gad_source|dclid|msclkid|twclid|ttclid|li_fat_id|yclid|ysclid|srsltid|mc_[ce]id|mkt_tok|igshid|igsh|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|_ga|_gl|_openstat|vero_(?:id|conv)|oly_(?:enc|anon)_id|wickedid|s_cid|rb_clickid|ml_subscriber(?:_hash)?|spm|spm_id_from|share_source|vd_source|ref_src|ref_url)$/;

/** Parameters that do so on some sites only. `www.` is not part of a host. */
const onHosts: readonly { host: RegExp; name: RegExp; value?: RegExp }[] = [
  { host: /^(?:[\w-]+\.)?(?:youtube\.com|youtu\.be)$/, name: /^(?:si|feature|pp)$/ },
  { host: /^open\.spotify\.com$/, name: /^(?:si|nd|context)$/ },
  { host: /^(?:mobile\.)?(?:twitter|x)\.com$/, name: /^(?:s|cn|cxt)$/ },
  { host: /^(?:[\w-]+\.)?linkedin\.com$/, name: /^(?:trk|trackingid|lipi|lici|midtoken|rcm)$/ },
  { host: /^(?:[\w-]+\.)?medium\.com$/, name: /^source$/, value: /^-|^(?!friends_link$).*_/ },
  { host: /^(?:[\w-]+\.)?facebook\.com$/, name: /^(?:__tn__|__xts__.*|fref|hc_ref|mibextid|rdid)$/ },
  { host: /^(?:[\w-]+\.)?reddit\.com$/, name: /^(?:share_id|rdt|correlation_id)$/ },
  { host: /^(?:apps|itunes|podcasts)\.apple\.com$/, name: /^(?:itscg|itsct|ign-.*)$/ },
  {
    host: /^(?:[\w-]+\.)?amazon(?:\.[a-z]{2,3}){1,2}$/,
    name: /^(?:pd_rd_\w+|pf_rd_\w+|qid|sr|crid|sprefix|ref_|dib|dib_tag|_encoding|psc)$/,
  },
  { host: /^(?:[\w-]+\.)?bilibili\.com$/, name: /^(?:from|seid|share_\w+|timestamp|unique_k)$/ },
];

/** Whether a parameter only tracks readers. `host` is lower case. */
export function isTracking({ name, value }: Parameter, host: string): boolean {
  if (everywhere.test(name)) return true;
  const plain = host.replace(/^www\./, '');
  return onHosts.some(
    (row) => row.host.test(plain) && row.name.test(name) && (row.value?.test(value) ?? true),
  );
}
