import type { Nodes, Parents, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import { align } from './align.ts';
import { plainText } from './plain-text.ts';
import type { Span } from './span.ts';

/**
 * Where nodes stand. Some have no position: mdast-util-gfm-autolink-literal makes links, and cuts the text around
 * them, without saying where. Theirs is found in the source again, or is that of their parent.
 */
export class Places {
  readonly #found = new Map<Nodes, Span>();

  constructor(tree: Root, source: string) {
    eachNode(tree, (node) => {
      if ('children' in node && node.children.some((child) => !child.position)) {
        this.#recover(node, source);
      }
      return undefined;
    });
  }

  of(node: Nodes): Span {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start !== undefined && end !== undefined) return { start, end };
    return this.#found.get(node) ?? { start: 0, end: 0 };
  }

  #recover(parent: Parents, source: string): void {
    const { children } = parent;
    for (let first = 0; first < children.length; first++) {
      if (children[first]!.position) continue;
      let next = first;
      while (next < children.length && !children[next]!.position) next++;
      const whole = this.of(parent);
      const gap = {
        start: first > 0 ? this.of(children[first - 1]!).end : whole.start,
        end: next < children.length ? this.of(children[next]!).start : whole.end,
      };
      this.#place(children.slice(first, next), gap, source);
      first = next;
    }
  }

  /** Lays the texts of nodes that follow each other over a stretch of the source. */
  #place(nodes: Nodes[], gap: Span, source: string): void {
    const texts = nodes.map((node) => plainText(node, { raw: true }));
    const start = afterMarkers(source, gap, texts.join('')[0]);
    const offsetOf = align(texts.join(''), source.slice(start, gap.end), start);
    let index = 0;
    for (const [order, node] of nodes.entries()) {
      const span = { start: offsetOf(index), end: offsetOf(index + texts[order]!.length) };
      index += texts[order]!.length;
      eachNode(node, (inner) => {
        this.#found.set(inner, span);
        return undefined;
      });
    }
  }
}

// `**`, `#`, `|` and the like before the first text of a node, and what indents a line.
function afterMarkers(source: string, gap: Span, first: string | undefined): number {
  for (let at = gap.start; at < Math.min(gap.end, gap.start + 12); at++) {
    if ([first, '&', '\\', '\0'].includes(source[at])) return at;
  }
  return gap.start;
}
