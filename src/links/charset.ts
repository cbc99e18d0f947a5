import { TextDecoder } from 'node:util';

/** Where a page may say what it is written in. https://html.spec.whatwg.org/multipage/parsing.html#prescan */
const prescanned = 1024;
const marks: [bytes: readonly number[], charset: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * A decoder of the pieces of a text: by its byte order mark, its content type, or what it says itself, as browsers do.
 *
 * @param type the Content-Type header
 */
export function createDecoder(type: string): (piece: Buffer) => string {
  let decoder: TextDecoder | undefined;
  return (piece) => {
    decoder ??= decoderFor(marked(piece) ?? charsetIn(type) ?? declared(piece));
    return decoder.decode(piece, { stream: true });
  };
}

function marked(piece: Buffer): string | undefined {
  return marks.find(([bytes]) => bytes.every((byte, index) => piece[index] === byte))?.[1];
}

function declared(piece: Buffer): string | undefined {
  const start = piece.subarray(0, prescanned).toString('latin1');
  for (const [tag] of start.matchAll(/<(?:meta|\?xml)\b[^>]*>/gi)) {
    // A page that can be read so far is in nothing of two bytes a character.
    const charset = charsetIn(tag)?.replace(/^utf-16.*/i, 'utf-8');
    if (charset) return charset;
  }
  return undefined;
}

function charsetIn(text: string): string | undefined {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(text)?.[1];
}

function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}
