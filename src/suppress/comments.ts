import type { Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import { nearest } from '../nearest.ts';
import { Source } from '../source.ts';

/** An inline comment that switches rules off or on: `<!--lint disable rule-a rule-b -- why-->`. */
export interface Directive {
  /** remark-lint's, or kempt's own. */
  marker: 'lint' | 'kempt';
  action: 'disable' | 'enable' | 'ignore';
  /** As written; none means all rules. */
  ids: string[];
  /** What stands after `--`. */
  reason: string | undefined;
  place: Position;
  /** Offsets that an `ignore` holds for: the next node, or a line. Empty where nothing follows. */
  ignored: { start: number; end: number } | undefined;
}

/** A comment that was meant for one, with a slip in its verb. */
export interface Slip {
  written: string;
  meant: string;
  place: Position;
}

/** Other linters have `-disable` behind a hyphen, and for single lines: `kempt` is understood so too. */
const directive = /<!--\s*(?:(lint)\s+|(kempt)[\s-]+)(disable|enable|ignore)(-(?:next-)?line)?\b([^>]*?)-->/g;
const anyComment = /<!--\s*(?:lint\s+|kempt[\s-]+)([a-z]+(?:-[a-z]+)*)\b[^>]*?-->/g;
const verbs = ['disable', 'enable', 'ignore', 'disable-next-line', 'disable-line', 'ignore-next-line'];

/** All directives of a document, and what was meant for one, in source order. */
export function directivesOf(tree: Root, text: string): { directives: Directive[]; slips: Slip[] } {
  const source = new Source(text);
  const directives: Directive[] = [];
  const slips: Slip[] = [];
  const stack: { parent: Parents; index: number }[] = [{ parent: tree, index: 0 }];
  while (stack.length > 0) {
    const { parent, index } = stack.pop()!;
    const node = parent.children[index];
    if (!node) continue;
    stack.push({ parent, index: index + 1 });
    if (node.type === 'html' && node.position) {
      directives.push(...inNode(node, parent.children[index + 1], source));
      slips.push(...slipsIn(node, source));
    }
    if ('children' in node) stack.push({ parent: node as Parents, index: 0 });
  }
  return { directives, slips };
}

function inNode(node: Nodes, next: Nodes | undefined, source: Source): Directive[] {
  const start = node.position!.start.offset!;
  return [...source.slice(node.position!).matchAll(directive)].map((match) => {
    const [whole, lint, , verb, line, rest = ''] = match;
    const [ids = '', reason] = rest.split(/\s--(?:\s|$)/, 2);
    const from = start + match.index;
    return {
      marker: lint === undefined ? 'kempt' : 'lint',
      action: line === undefined ? (verb as Directive['action']) : 'ignore',
      ids: ids.split(/[\s,]+/).filter(Boolean),
      reason: reason?.trim() || undefined,
      place: source.place(from, from + whole.length),
      ignored:
        line === undefined
          ? next?.position && { start: next.position.start.offset!, end: next.position.end.offset! }
          : lineAt(source.text, line === '-line' ? from : from + whole.length, line !== '-line'),
    };
  });
}

/** The offsets of the line that an offset is in, or of the one after it. */
function lineAt(text: string, offset: number, isNext: boolean): { start: number; end: number } | undefined {
  const begins = isNext ? text.indexOf('\n', offset) + 1 : text.lastIndexOf('\n', offset) + 1;
  if (isNext && begins === 0) return undefined;
  const end = text.indexOf('\n', begins);
  return { start: begins, end: end < 0 ? text.length : end };
}

function slipsIn(node: Nodes, source: Source): Slip[] {
  const start = node.position!.start.offset!;
  return [...source.slice(node.position!).matchAll(anyComment)].flatMap(
    ({ 0: whole, 1: written = '', index }) => {
      const meant = verbs.includes(written) ? undefined : nearest(written, verbs);
      return meant === undefined
        ? []
        : [{ written, meant, place: source.place(start + index, start + index + whole.length) }];
    },
  );
}
