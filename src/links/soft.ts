import { parkedSigns } from './parked.ts';
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

/** Whether one sign is there, so that it is worth asking for a second. */
export function isSuspect(attempt: Attempt): boolean {
  return softSigns(attempt).length === 1 || parkedSigns(attempt).length === 1;
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
