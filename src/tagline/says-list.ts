/** What a list calls itself, whatever words stand before it. */
const list =
  '(?:lists?|collections?|compilations?|catalog(?:ue)?s?|roundups?|round-ups?|compendium|awesomeness)';
/** Lists and collections that are subjects themselves. */
const ofOtherKind =
  '(?<!\\b(?:mailing|control|linked|skip|garbage|waste|data|task|to-?do|block|allow|deny|word)\\s)';
/** What else it may call itself, where it praises its choice. */
const alsoList =
  '(?:guides?|resources?|links?|repositor(?:y|ies)|repos?|index|director(?:y|ies)|projects|libraries|tools|packages|things|stuff|goodies)';
const chosen =
  '(?:curated|awesome|opinionated|useful|best|great|hand-?picked|hand-?selected|categori[sz]ed|comprehensive|amazing|definitive|collected|selected|delightful|cool|community-driven|various)';

/** Verbs and pronouns that such a sentence may begin with. */
const opening =
  '(?:(?:this|here|it|the following|below)(?:\\s+(?:repository|repo|page|project|list|readme|document))?\\s+(?:is|are|contains?|hosts?|holds?|to)\\s+)?';
/** Up to eight words that are neither a verb nor a preposition: “A categorized, community-driven”. */
const before =
  "(?:(?!(?:is|are|was|of|for|that|which|who|to|in|with|by|from|as|using)\\b)[\\p{L}\\p{M}\\d’'()/+&.,#-]+\\s+){0,8}?";
const article = '(?:(?:an?|the|some|our|my)\\s+)?';
const after =
  '(?:\\s+(?:of|for|about|on|to|with|related|regarding|that|where|containing|around|dedicated|inspired)\\b|\\s*[.:(]|$)';

const english = [
  new RegExp(`^\\W*${opening}${before}${ofOtherKind}${list}\\b${after}`, 'iu'),
  new RegExp(`^\\W*${opening}${article}${chosen}\\s+${before}${alsoList}\\b${after}`, 'iu'),
  // “Resources and tools for …”
  /^\W*(?:resources|links)(?:(?:,|\s+and|\s+&)\s+[\p{L}-]+){0,5}\s+(?:for|about|on|to|related|regarding|around)\b/iu,
];

/** The same in other languages, as far as their lists are known to say it. */
const others = [
  /^\P{L}*(?:une?|la|cette|voici une)\s+(?:\p{L}+\s+)?(?:liste|collection|sélection|compilation)\b/iu,
  /^\P{L}*(?:una?|la|esta|esta es una|este es un)\s+(?:\p{L}+\s+)?(?:lista|listado|colección|selección|recopilación|compilación|raccolta)(?!\p{L})/iu,
  /^\P{L}*(?:uma|esta|esta é uma)\s+(?:\p{L}+\s+)?(?:lista|coleção|seleção|compilação|curadoria)(?!\p{L})/iu,
  /^\P{L}*(?:eine|die|diese|dies ist eine)\s+(?:\p{L}+\s+)?(?:liste|sammlung|auswahl)\b/iu,
  /^\P{L}*(?:это\s+|данный\s+)?(?:\p{L}+\s+)?(?:список|подборка|коллекция|сборник)(?!\p{L})/iu,
  /^[^。.！!]{0,30}(?:列表|清单|清單|资源大全|資源大全|合集|资源汇总|資源彙整|精选集|一覧|リスト|まとめ|목록|모음)/u,
  /^\P{L}*(?:قائمة|مجموعة|فهرست|لیستی?|مجموعه|فهرستی)(?!\p{L})/u,
];

/** Whether a sentence says of a list that it is one: “A curated list of delightful tools”. */
export function saysList(sentence: string): boolean {
  const start = sentence.slice(0, 300);
  return [...english, ...others].some((words) => words.test(start));
}
