import type { LicenseKind } from './facts.ts';

/** Words that licences for texts, data and images have, wherever they stand: who adds one of them means the list. */
const forContent: readonly (readonly [RegExp, string])[] = [
  [/\bCC0\b|creativecommons\.org\/publicdomain\/zero/i, 'CC0'],
  [/\bcreative\s*commons\b|\bCC[ -]BY\b/i, 'Creative Commons'],
  [/\bopen\s+data\s+commons\b|\bODC-By\b|\bODbL\b|\bPDDL\b/i, 'Open Data Commons'],
  [/\bfree\s+art\s+licen[cs]e\b/i, 'Free Art'],
];

/** Sentences that licences for code, and no others, have. */
const forCode: readonly (readonly [RegExp, string])[] = [
  [/permission\s+is\s+hereby\s+granted,?\s+free\s+of\s+charge,?\s+to\s+any\s+person\s+obtaining/i, 'MIT'],
  [/\bapache\s+license,?\s+version\s+\d/i, 'Apache'],
  [/\bGNU\s+affero\s+general\s+public\s+license/i, 'AGPL'],
  [/\bGNU\s+(?:lesser|library)\s+general\s+public\s+license/i, 'LGPL'],
  [/\bGNU\s+general\s+public\s+license/i, 'GPL'],
  [/\bmozilla\s+public\s+license/i, 'MPL'],
  [/\bdo\s+what\s+the\s+fuck\s+you\s+want\s+to\b/i, 'WTFPL'],
  [/this\s+is\s+free\s+and\s+unencumbered\s+software/i, 'Unlicense'],
  [/redistribution\s+and\s+use\s+in\s+source\s+and\s+binary\s+forms/i, 'BSD'],
  [/permission\s+to\s+use,\s+copy,\s+modify,\s+and(?:\/or)?\s+distribute\s+this\s+software/i, 'ISC'],
  [/^\W*(?:the\s+)?MIT\s+licen[cs]e\b/i, 'MIT'],
];

/** GFDL names the GPL in its text, so it is known by how it begins. */
const gfdl = /^\W*(?:\S+\s+){0,6}?GNU\s+free\s+documentation\s+license/i;

/** What licence a text is; undefined where it is none that is known. */
export function licenseKind(text: string): LicenseKind | undefined {
  if (gfdl.test(text.slice(0, 500))) return { name: 'GFDL', meantFor: 'content' };
  const content = forContent.find(([words]) => words.test(text));
  if (content) return { name: content[1], meantFor: 'content' };
  // They name each other: what a text names first is what it is.
  let first: { at: number; name: string } | undefined;
  for (const [words, name] of forCode) {
    const at = text.search(words);
    if (at !== -1 && at < (first?.at ?? Number.POSITIVE_INFINITY)) first = { at, name };
  }
  return first && { name: first.name, meantFor: 'code' };
}
