import type { Reading } from './reading.ts';

const generated =
  /\b(?:auto(?:matically)?[- ]?)?generated\b|\bdo(?: not|n['’]t) (?:manually |directly )?(?:edit|update|modify|change|touch)\b/i;
/** Comments that speak of a part of the file, not of all of it. */
const partial =
  /doctoc|\btoc\b|table of contents|all-contributors|badge|this section|markdown-magic|readme-stats/i;
const file =
  /[\w@./-]*[\w-]\.(?:md|mdx|markdown|ya?ml|json5?|jsonc|toml|csv|tsv|xml|txt|[cm]?[jt]s|py|rb|go|rs|php|sh|java|tmpl|tpl|hbs|j2|ejs|erb|mustache|liquid|org|rst|adoc|html?|db|sqlite)\b/gi;
const pointing =
  /(?:from|using|see|edit|update|change|modify|in|source:?|by|with|instead|via)\s+(?:the\s+)?(?:file\s+)?[`'"“]?$/i;

/** How far from the top such a comment may stand, in code units. */
const top = 6_000;

/** The file that a “generated … do not edit” comment near the top names, or `true` where it names none. */
export function findGeneratedFrom({ tags, source }: Reading): string | true | undefined {
  for (const { kind, start, end } of tags.all) {
    if (start > top) break;
    if (kind !== 'comment') continue;
    const comment = source.text.slice(start + 4, Math.min(end, start + 2_000)).replace(/-->$/, '');
    if (!generated.test(comment) || partial.test(comment)) continue;
    return namedFile(comment) ?? true;
  }
  return undefined;
}

function namedFile(comment: string): string | undefined {
  const named = [...comment.matchAll(file)].filter(([name]) => !/^(?:\.\/)?readme\.md$/i.test(name));
  const pointed = named.find(({ index }) => pointing.test(comment.slice(Math.max(0, index - 30), index)));
  return (pointed ?? named[0])?.[0];
}
