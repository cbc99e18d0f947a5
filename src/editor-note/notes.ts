import { mask } from '../text/masked.ts';

/** A stretch of a text that was meant for whoever edits it. Offsets are UTF-16 code units. */
export interface Note {
  start: number;
  end: number;
  kind: 'mark' | 'doubt';
}

const marks =
  /(?<![\p{L}\p{N}_.$#@/-])(?:TODO|FIXME|XXX|TBD|À FAIRE|СДЕЛАТЬ)(?:\([^()\s]{1,40}\))?\s?[:：]/gu;
/** `TODO: and FIXME: comments` speaks of such marks. */
const listOfMarks = /^\s*(?:and|or|und|et|y|e|и|[,/&]|["'”’»)\]]|comments?\b|tags?\b|annotations?\b|`)/u;
/** What may stand before a mark that begins a sentence; a letter would make it a part of one. */
const sentenceEnd = new RegExp(`[.!?…。！？:：;(（[\\-–—*|>${mask.link}${mask.image}${mask.html}]`, 'u');

const aside = /[(（[][^()（）[\]]{3,240}[)）\]]/gu;
/** `(TODO)`, `(TBD - look at it again)`; not `(TODO list)`, `(TODO.txt)` */
const markedAside =
  /^(?:TODO|FIXME|XXX|TBD)(?:$|\s*[-–—:：]|\s+(?!lists?\b|apps?\b|comments?\b|items?\b|tags?\b|managers?\b|files?\b|notes?\b|and\b|or\b))/u;

const doubtful = [
  "i(?:'|’)?m not (?:really |quite |entirely )?(?:sure|certain)",
  "(?<!you(?:(?:'|’)re| are) |if |when )not (?:really |quite |entirely )?sure (?:if|whether|about|what|where|which|this|it|that)",
  'unsure (?:if|whether|about|what|where|which)',
  "i (?:do not|don(?:'|’)t) know (?:if|whether|what|where|which)",
  'i (?:think|guess|believe) (?:this|that|it) (?:is|was|has)',
  '(?:double[- ]check|verify|check) (?:this|that|if|whether|again|me)',
  'to be (?:confirmed|verified|checked|completed|written|filled in)',
  'needs? (?:to be (?:checked|verified|updated|rewritten)|checking|verification|a (?:better )?(?:link|description))',
  'pas s[ûu]re? (?:que|si)|je ne sais pas si|à (?:vérifier|compléter|confirmer)',
  'nicht sicher,? ob|(?:noch )?zu (?:prüfen|klären|ergänzen)',
  'no (?:estoy seguro|sé si)|por (?:verificar|confirmar|completar)|(?:não|nao) (?:tenho certeza|sei se)|a (?:verificar|confirmar|completar)',
  'не уверена?|не знаю,? (?:ли|если)|(?:надо|нужно) (?:проверить|уточнить|дополнить)',
  'δεν είμαι σίγουρ(?:ος|η)',
].join('|');
/** Hardly any text has any of these; to find where words begin and end takes ten times as long. */
const mayDoubt = new RegExp(doubtful, 'i');
const unsure =
  /不确定|不確定|待补充|待補充|待完善|待确认|待確認|要確認|未確認|要修正|لست متأكد|مطمئن نیستم|نامطمئن/;

const doubted =
  '(?:un)?published|dead(?: link)?|broken(?: link)?|outdated|obsolete|abandoned|unmaintained|discontinued|defunct|duplicate|moved|closed|offline|unknown|wrong (?:link|url|place|section)|right (?:link|url|place|section)';
const asked = new RegExp(
  `^(?:${doubted}|(?:19|20)\\d\\d|maybe [^?]{1,40}|still [^?]{1,40}|is (?:this|it|that) [^?]{1,60})\\?+$`,
  'i',
);

/** Hardly any text has any of these: the others need not be looked through. */
const anyMark = /TODO|FIXME|XXX|TBD|FAIRE|СДЕЛАТЬ/;

/** Finds notes in a text in which links, code and images are masked. */
export function notesIn(text: string): Note[] {
  const notes: Note[] = [];
  for (const { 0: mark, index } of anyMark.test(text) ? text.matchAll(marks) : []) {
    const end = index + mark.length;
    if (beginsSentence(text, index) && !listOfMarks.test(text.slice(end, end + 16)))
      notes.push({ start: index, end, kind: 'mark' });
  }
  for (const { 0: whole, index } of /[)）\]]/.test(text) ? text.matchAll(aside) : []) {
    const inner = whole.slice(1, -1).replace(/\s+/g, ' ').trim();
    const kind = markedAside.test(inner) ? 'mark' : isDoubt(inner) ? 'doubt' : undefined;
    const end = index + whole.length;
    if (kind && !notes.some((note) => note.start >= index && note.end <= end))
      notes.push({ start: index, end, kind });
  }
  const end = text.slice(-80);
  const last = end.includes('?') ? askedAtEnd(end) : undefined;
  if (last?.[1]) {
    const start = Math.max(0, text.length - 80) + last.index + last[0].indexOf(last[1]);
    const length = /^[^?]*\?+/.exec(text.slice(start))?.[0].length ?? 0;
    notes.push({ start, end: start + length, kind: 'doubt' });
  }
  return notes;
}

function askedAtEnd(text: string): RegExpExecArray | null {
  const plain = new RegExp(` *(${doubted})\\?+[\\s_*]*$`, 'i');
  return plain.test(text)
    ? new RegExp(`(?<![\\p{L}\\p{N} ]) *(${doubted})\\?+[\\s_*]*$`, 'iu').exec(text)
    : null;
}

function isDoubt(inner: string): boolean {
  return isDoubtInWords(inner) || unsure.test(inner) || (inner.endsWith('?') && asked.test(inner));
}

function isDoubtInWords(inner: string): boolean {
  return (
    mayDoubt.test(inner) &&
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${doubtful})(?![\\p{L}\\p{N}])`, 'iu').test(inner)
  );
}

function beginsSentence(text: string, index: number): boolean {
  const before = text
    .slice(Math.max(0, index - 12), index)
    .replaceAll(mask.opening, '')
    .trimEnd();
  return before === '' ? true : sentenceEnd.test(before.slice(-1));
}
