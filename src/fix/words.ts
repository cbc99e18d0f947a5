import type { Nodes } from 'mdast';

/**
 * The words of a block: its letters and digits, markup, punctuation and invisible characters left out. The words of
 * an address that stands in the text for itself are the link's business and do not count.
 */
export function wordsOf(block: Nodes, source: string): string {
  const parts: string[] = [];
  const stack: Nodes[] = [block];
  while (stack.length > 0) {
    const node = stack.pop()!;
    parts.push(textOf(node));
    if ('children' in node && !isBareLink(node, source)) {
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!);
    }
  }
  return tokens(parts.join('')).join(' ');
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'yaml':
      return node.value;
    case 'html':
      return htmlText(node.value);
    case 'image':
      return `${node.alt ?? ''} ${node.title ?? ''}`;
    case 'imageReference':
      return node.alt ?? '';
    case 'link':
    case 'definition':
      return node.title ? ` ${node.title} ` : '';
    case 'footnoteReference':
      return ` ${node.identifier} `;
    case 'break':
    case 'tableCell':
      return ' ';
    default:
      return 'value' in node ? String(node.value) : '';
  }
}

/** What HTML shows: its text, comments included, and what stands in for images. */
function htmlText(html: string): string {
  return html
    .replace(/<!--|-->/g, ' ')
    .replace(
      /<[a-z/][^<>]*>/gi,
      (tag) => ` ${/\balt\s*=\s*(?:"([^"]*)|'([^']*))/i.exec(tag)?.slice(1).join('') ?? ''} `,
    );
}

/** `<https://…>`, or an address that GFM made a link; these alone may stand without position. */
function isBareLink(node: Nodes, source: string): boolean {
  if (node.type !== 'link') return false;
  const start = node.position?.start.offset;
  return start === undefined || source[start] !== '[';
}

// Scripts that write words without blanks: each character is a word, so that lines can be joined.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const invisible = /\p{Cf}/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

function tokens(text: string): string[] {
  return text.replace(invisible, '').replace(unspaced, ' $& ').match(word) ?? [];
}
