import type { Nodes } from 'mdast';

// Characters for private use stand in for what is read but is no word.
const address = '\uE000';
const comment = '\uE001';

/**
 * The words of a block: its letters and digits, markup, punctuation and invisible characters left out. An address that
 * stands in the text for itself is one word whatever it is: its letters are the link's business.
 */
export function wordsOf(block: Nodes, source: string): string {
  const parts: string[] = [];
  const stack: Nodes[] = [block];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (isBareLink(node, source)) {
      parts.push(address);
      continue;
    }
    parts.push(textOf(node));
    if ('children' in node) {
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
      return ` ${node.alt ?? ''} ${node.title ?? ''} `;
    case 'imageReference':
      return ` ${node.alt ?? ''} `;
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

/** What HTML says: its text and comments, and what stands in for images. */
function htmlText(html: string): string {
  return html
    .replace(/<!--/g, ` ${comment} `)
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
const word = /[\uE000\uE001]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

function tokens(text: string): string[] {
  return text.replace(invisible, '').replace(unspaced, ' $& ').match(word) ?? [];
}
