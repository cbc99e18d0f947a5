// What lists call their table of contents.
const names =
  /^\W*(?:(?:table|list) of contents?|contents?(?: table)?|toc|index|menu|navigation|categories|overview|quick links|目录|目錄|目次|索引|índice|indice|contenidos?|conteúdos?|sumário|sommaire|table des matières|inhalt(?:sverzeichnis)?|содержание|оглавление|зміст|spis treści|içindekiler|فهرست(?: مطالب)?|المحتويات|الفهرس|קטגוריות|תוכן(?: עניינים)?|목차|mục lục|daftar isi|innehåll|inhoud|obsah|tartalom)\W*$/i;

/** Whether a heading is that of a table of contents. */
export function isContentsHeading(text: string): boolean {
  return names.test(text);
}
