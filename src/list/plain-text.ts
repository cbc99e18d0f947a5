import type { Nodes } from 'mdast';
import { eachNode } from '../each-node.ts';

interface Options {
  /** With the alternative text of images. */
  alt?: boolean;
  /** With line endings as they are in the tree. */
  raw?: boolean;
}

/** What a reader sees of a node: without markup, HTML tags, comments and, unless asked for, images. */
export function plainText(node: Nodes, { alt = false, raw = false }: Options = {}): string {
  if (node.type === 'text') return raw ? node.value : oneLine(node.value);
  let text = '';
  eachNode(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
    else if (inner.type === 'break') text += '\n';
    else if (inner.type === 'html' && /^<br\b/i.test(inner.value)) text += '\n';
    else if (alt && (inner.type === 'image' || inner.type === 'imageReference')) text += inner.alt ?? '';
    return undefined;
  });
  return raw ? text : oneLine(text);
}

/** The same text without line endings. */
export function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') : text;
}
