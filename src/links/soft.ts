import type { Attempt } from './types.ts';

/** Titles of pages that are not there, in the languages that lists link to. A title that only mentions it is another. */
const notFound: readonly RegExp[] = [
  /^(error|http|http error|erreur|fehler|ошибка|錯誤|错误)?[\s:#-]*404\b/i,
  /\b404\b.*\b(not found|error|page|introuvable|nicht gefunden)/i,
  /^[^a-z]*(error|oops|sorry)?[\s:!,.-]*(page|file|site|content|document|article|resource|this page|the page|post|repository|project|item|product) (was |could |can |is |does )?(not|n['’]t|no longer|cannot)( be)? (found|exist|available)/i,
  /(^|[|:–—-]\s*)(page )?not found\s*($|[|:–—-])/i,
  /^(oops|whoops|uh oh|sorry)[\s!,.:-]*(we (can|could)|this page|that page|the page|page|something)/i,
  /page (doesn['’]t|does not) exist|nothing (was )?found here|nothing to see here/i,
  /seite (wurde )?nicht gefunden|page (introuvable|non trouvée)|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|sidan hittades inte|siden (blev )?ikke fundet|nie znaleziono|stránka (nebyla )?nenalezena|az oldal nem található|sayfa bulunamadı|страница не найдена|сторінку не знайдено|η σελίδα δεν βρέθηκε|ページが見つかりません|お探しのページ|页面不存在|找不到(页面|頁面|網頁)|页面未找到|頁面不存在|페이지를 찾을 수 없|الصفحة غير موجودة|صفحه (مورد نظر )?(پیدا|یافت) نشد|הדף לא נמצא|halaman tidak ditemukan|không tìm thấy trang|ไม่พบหน้า/i,
];

const notFoundPath = /\/(404|not-?found|page-?not-?found|error-?404|404-?error|missing)(\.\w+)?\/?$/i;

/** Hosts where names that have run out, or are for sale, end. */
const parkingHosts =
  /(^|\.)(sedoparking\.com|sedo\.com|bodis\.com|afternic\.com|dan\.com|hugedomains\.com|parkingcrew\.net|above\.com|undeveloped\.com|parklogic\.com|dnparking\.com|domainmarket\.com|buydomains\.com|uniregistry\.com|cashparking\.com|skenzo\.com|voodoo\.com|trafficz\.com|namedrive\.com|fabulous\.com|dsredirection\.com|domainnamesales\.com|godaddy\.com)$/i;
const parkingPrefix = /^ww\d{1,2}\./;
const saleTitle =
  /(domain|name) (name )?(is |may be )?(for sale|available|expired|parked)|buy (this|the) domain|(this|the) domain (has expired|is parked)|is for sale|parked (free|domain)|domain parking|domain zu verkaufen|域名(出售|转让)/i;
const parkingBody =
  /sedoparking|parkingcrew|bodiscdn|\bbodis\b|parklogic|afternic\.com\/forsale|hugedomains\.com|dan\.com\/(buy-)?domain|img\.sedoparking|data-adblockkey=|window\.park\s*=/i;

/** The pieces of evidence that a page which answers 200 is not the page that was linked. */
export function softSigns(attempt: Attempt): string[] {
  const saying = [attempt.page?.title, attempt.page?.heading].find((text) => saysNotFound(text));
  // Of most pages that is all there is to ask.
  if (saying === undefined && attempt.hops.length < 2 && !attempt.siblingAlike) return [];
  const start = new URL(attempt.hops[0]?.url ?? 'http://x/');
  if (isRoot(start)) return [];
  const end = new URL(attempt.hops.at(-1)?.url ?? start.href);
  const signs: string[] = [];
  if (saying !== undefined) signs.push(`the page is headed “${saying.slice(0, 80)}”`);
  if (attempt.hops.length > 1 && isRoot(end)) signs.push('it redirects to the home page');
  if (attempt.hops.length > 1 && notFoundPath.test(end.pathname) && !notFoundPath.test(start.pathname)) {
    signs.push(`it redirects to ${end.pathname}`);
  }
  if (attempt.siblingAlike) signs.push('a made-up address beside it is answered alike');
  // Little text is only a sign beside another: short pages are common.
  const text = attempt.page?.text;
  if (
    signs.length === 1 &&
    saying !== undefined &&
    text !== undefined &&
    text < 60 &&
    !attempt.page?.scripts
  ) {
    signs.push('there is next to nothing on the page');
  }
  return signs;
}

/** The pieces of evidence that a name is parked or for sale. */
export function parkedSigns(attempt: Attempt): string[] {
  const signs = attempt.hops.length > 1 ? parkedByHost(attempt) : [];
  if (saleTitle.test(attempt.page?.title ?? '')) signs.push('the page’s title offers the name for sale');
  if (attempt.body !== undefined && parkingBody.test(attempt.body))
    signs.push('the page is a parking company’s');
  return signs;
}

function parkedByHost({ hops }: Attempt): string[] {
  const start = new URL(hops[0]?.url ?? 'http://x/');
  const end = new URL(hops.at(-1)?.url ?? start.href);
  const moved = end.hostname !== start.hostname;
  const signs: string[] = [];
  if (moved && parkingHosts.test(end.hostname) && !parkingHosts.test(start.hostname)) {
    signs.push(`it ends at ${end.hostname}, where names are sold`, 'another host answers');
  }
  if (moved && parkingPrefix.test(end.hostname)) signs.push(`it ends at ${end.hostname}, as parked names do`);
  return signs;
}

/** Whether one sign is there, so that it is worth asking for a second. */
export function isSuspect(attempt: Attempt): boolean {
  return softSigns(attempt).length === 1;
}

export function saysNotFound(text: string | undefined): boolean {
  return text !== undefined && text.length < 200 && notFound.some((pattern) => pattern.test(text));
}

/** The home page, in whatever language: `/`, `/en/`, `/index.html`. */
export function isRoot(url: URL): boolean {
  return (
    url.search === '' &&
    /^\/([a-z]{2}([_-][a-z]{2})?\/?)?((index|default|home)(\.\w+)?\/?)?$/i.test(url.pathname)
  );
}
