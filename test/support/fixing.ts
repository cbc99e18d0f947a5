import { toString as plainText } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { loadCatalogue } from '../../src/catalogue.ts';
import type { Config } from '../../src/config/config.ts';
import { settingsFor } from '../../src/config/settings.ts';
import { type Document, parse } from '../../src/document.ts';
import type { FixOptions } from '../../src/fix/fix-document.ts';
import type { FixedList } from '../../src/report/report.ts';
import { run } from '../../src/run.ts';

/** A text and its findings, and what was fixed where that was asked for. */
export interface Linted {
  document: Document;
  messages: VFileMessage[];
  fixed: FixedList | undefined;
}

const catalogue = await loadCatalogue();

/** Runs all rules over a text as the command line does, and fixes what is asked for. */
export async function lintText(
  text: string,
  fix?: Pick<FixOptions, 'kinds' | 'rules'>,
  config: Config = {},
): Promise<Linted> {
  const settings = await settingsFor({ config, from: [], base: '/' }, undefined, catalogue);
  const report = await run({
    inputs: [{ file: new VFile({ value: text, path: 'README.md' }), settings }],
    facts: async () => ({ localTargets: new Map(), now: new Date('2026-01-01T00:00:00Z') }),
    lint: true,
    links: false,
    linkRules: [],
    fix,
  });
  const [file] = report.files;
  return {
    document: parse(new VFile(file!.source)),
    messages: file!.messages,
    fixed: report.fixed?.[0],
  };
}

/** Every link target of a document, sorted. */
export function targetsOf({ list }: Document): string[] {
  return list.links.map(({ url }) => url).sort();
}

/** The letters and digits of each entry in source order, whichever of its parts they are in. */
export function entriesOf({ list }: Document): string[] {
  return list.entries.map(({ node }) => lettersOf(plainText(node, { includeHtml: false })));
}

/** How often each letter and digit stands in a document. */
export function lettersIn({ tree }: Document): string {
  return lettersOf(plainText(tree, { includeHtml: false }));
}

/** The items that the one has more often than the other. */
export function more(these: readonly string[], those: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of those) counts.set(item, (counts.get(item) ?? 0) + 1);
  return these.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
}

function lettersOf(text: string): string {
  return (text.normalize().match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
}
