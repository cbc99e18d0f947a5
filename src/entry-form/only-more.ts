import type { Nodes } from 'mdast';
import { plainText } from '../list/plain-text.ts';
import type { Entry } from '../list/types.ts';

/**
 * Whether something stands behind the name of an entry that is no description of it: a full stop, a dash, an image, a tag or
 * a further link. Emoji and what is in brackets (`([Source](…))`, `(2015)`) are fine.
 */
export function hasOnlyMore({ form, node, description, links: [link] }: Entry): boolean {
  if (form !== 'item' || description || !link) return false;
  const [text] = node.type === 'listItem' ? node.children : [];
  const end = link.place.end.offset!;
  if (text?.type !== 'paragraph') return false;
  // An address that GFM makes a link of, and the text beside it, have no positions.
  const behind = text.children.filter(({ position }) => (position?.start.offset ?? 0) >= end);
  return /\S/.test(withoutAsides(behind.map(shown).join('')));
}

/** The text of a node; of an image a mark. */
function shown(node: Nodes): string {
  if (node.type === 'link' || node.type === 'linkReference') return node.children.map(shown).join('') || '-';
  return node.type === 'image' || node.type === 'imageReference' ? '-' : plainText(node);
}

const asides =
  /[(（][^()（）]*[)）]|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u200D/gu;

function withoutAsides(text: string): string {
  return text.replace(asides, '');
}
