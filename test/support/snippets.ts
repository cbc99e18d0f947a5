import type { Code, InlineCode } from 'mdast';
import { visit } from 'unist-util-visit';
import { isMap, parseAllDocuments, visit as visitYaml } from 'yaml';
import { parseTree } from '../../src/parse/parse-tree.ts';

/** A piece of code in a page. */
export interface Snippet {
  /** The language of its fence; empty for code within a sentence. */
  lang: string;
  text: string;
  line: number;
}

/** The code of a page, in fences and in sentences. */
export function snippetsIn(markdown: string): Snippet[] {
  const found: Snippet[] = [];
  visit(parseTree(markdown), (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    const { value, position } = node as Code | InlineCode;
    const lang = node.type === 'code' ? (node.lang ?? 'text') : '';
    found.push({ lang, text: value, line: position?.start.line ?? 0 });
  });
  return found;
}

/** The scripts in a piece of code: of a workflow what its steps run. */
export function scriptsIn({ lang, text }: Snippet): string[] {
  if (['', 'sh', 'bash', 'shell', 'console'].includes(lang)) return [text];
  if (lang !== 'yaml' && lang !== 'yml') return [];
  const scripts: string[] = [];
  for (const document of parseAllDocuments(text)) {
    visitYaml(document as never, {
      Map(_, map) {
        for (const key of ['run', 'script', 'entry']) {
          const value = isMap(map) ? map.get(key) : undefined;
          const lines = Array.isArray(value) ? value : [value];
          scripts.push(...lines.filter((line) => typeof line === 'string'));
        }
      },
    });
  }
  return scripts;
}

/** The arguments of each call of kempt in a script. */
export function callsIn(script: string): string[][] {
  const lines = script.replace(/\\\n\s*/g, ' ').split('\n');
  return lines.flatMap((line) => {
    const words = wordsIn(line.replace(/^\s*\$ /, ''));
    return commandsIn(words).flatMap((command) => {
      const rest =
        command[0] === 'npx' ? command.slice(1).filter((word) => word !== '--yes' && word !== '-y') : command;
      return /^kempt(?:@[\w.^~-]+)?$/.test(rest[0] ?? '') ? [rest.slice(1)] : [];
    });
  });
}

const separators = new Set(['|', '||', '&&', ';', '&', 'then', 'do', 'else', 'if']);

function commandsIn(words: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (separators.has(word)) all.push([]);
    else if (/^\d?[<>]{1,2}$/.test(word)) index++;
    else if (!/^\d?[<>]/.test(word)) all.at(-1)!.push(word);
  }
  return all;
}

/** The words of a line of a shell, without quotes; what comes after `#` is for people. */
function wordsIn(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) {
    if (word.startsWith('#')) break;
    const plain = word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single);
    if (word !== ';' && word.endsWith(';')) words.push(plain.slice(0, -1), ';');
    else words.push(plain);
  }
  return words;
}
