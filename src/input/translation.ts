/** Languages by ISO 639-1, and codes of countries that people write in their stead. */
const codes = new Set(
  `af am ar as az be bg bn bo bs ca cs cy da de dv el en eo es et eu fa fi fil fo fr ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko
ku ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn tr
tt ug uk ur uz vi wo xh yi yo zh zu ckb yue br cn cz dk gr ir jp kr tw ua vn`.split(/\s+/),
);

const names = new Set(
  `arabic bengali chinese czech dutch english farsi french german greek hebrew hindi hungarian indonesian italian japanese korean persian polish
portuguese romanian russian spanish swedish thai turkish ukrainian vietnamese español français deutsch português русский українська العربية فارسی
中文 简体中文 繁體中文 日本語 한국어`.split(/\s+/),
);

/** Folders that translations are kept in. */
const folders = new Set(
  'i18n l10n lang langs language languages locale locales translated translation translations'.split(' '),
);

/** Whether a word names a language as file names do: `zh`, `zh-CN`, `pt_br`, `zh-Hans`, `Chinese`. */
export function isLanguage(word: string): boolean {
  const lower = word.toLowerCase();
  const [primary = '', ...rest] = lower.split(/[-_]/);
  return (
    names.has(lower) ||
    (codes.has(primary) && rest.every((part) => /^(?:[a-z]{2}|[a-z]{4}|\d{3})$/.test(part)))
  );
}

/**
 * The path of a list as it would be in no language: `README-zh.md`, `README.pt_BR.md`, `i18n/zh-CN.md` and
 * `docs/ja/README.md` are all `readme.md`. Files with one such path are translations of each other.
 */
export function withoutLanguage(path: string): string {
  const segments = path.toLowerCase().split('/');
  const file = segments.pop()!;
  const dot = file.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  const bare = isLanguage(stem) ? 'readme' : withoutSuffix(stem);
  const kept = segments.filter((segment) => !folders.has(segment) && !isLanguage(segment));
  const isTranslated = bare !== stem || kept.length < segments.length;
  const where = isTranslated ? kept.filter((segment) => segment !== 'docs') : kept;
  return [...where, bare + extension].join('/');
}

/** A name without `-zh`, `.zh-CN`, `_pt_BR` at its end. */
function withoutSuffix(stem: string): string {
  for (const { index } of stem.matchAll(/[-_.]/g))
    if (index > 0 && isLanguage(stem.slice(index + 1))) return stem.slice(0, index);
  return stem;
}
