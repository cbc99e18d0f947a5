import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { BodyTaker, Flow } from './reception.ts';

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** Takes nothing, and lets go at once. */
export function takeNothing(flow: Flow): BodyTaker {
  flow.letGo();
  return { write() {}, end: () => undefined };
}

/** The decoded beginning of a body. */
export interface Start extends BodyTaker {
  /** Whether the body went on, broke off or could not be decoded. */
  isCut(): boolean;
}

/**
 * Takes the decoded beginning of a body: until `take` says no or `limit` decoded bytes are reached, so that neither an
 * endless body nor a decompression bomb gets further. Never throws.
 *
 * @param take is given each piece, and says whether more is wanted
 */
export function takeStart(
  flow: Flow,
  encoding: string | undefined,
  limit: number,
  take: (piece: Buffer) => boolean,
): Start {
  const name = encoding?.trim().toLowerCase() || 'identity';
  const decoder = decoders[name]?.();
  if (!decoder && name !== 'identity') return { ...takeNothing(flow), isCut: () => true };

  let size = 0;
  let cut = true;
  const takePiece = (piece: Buffer) => {
    const rest = limit - size;
    size += piece.length;
    return take(piece.length > rest ? piece.subarray(0, rest) : piece) && size < limit;
  };
  const isCut = () => cut;
  const noteEnd = () => {
    cut = false;
  };
  if (decoder) return { ...decode(decoder, flow, takePiece, noteEnd), isCut };
  return {
    isCut,
    write(piece) {
      if (!takePiece(piece)) flow.letGo();
    },
    end(whole) {
      if (whole) noteEnd();
      return undefined;
    },
  };
}

function decode(
  decoder: Transform,
  flow: Flow,
  takePiece: (piece: Buffer) => boolean,
  noteEnd: () => void,
): BodyTaker {
  const over = new Promise<void>((resolve) => {
    decoder.once('close', resolve);
  });
  const stop = () => {
    decoder.destroy();
    flow.letGo();
  };
  decoder.on('data', (piece: Buffer) => {
    if (!decoder.destroyed && !takePiece(piece)) stop();
  });
  decoder.on('drain', () => flow.resume());
  decoder.once('end', noteEnd);
  decoder.once('error', stop);
  return {
    write(piece) {
      if (!decoder.write(piece)) flow.pause();
    },
    end(whole) {
      if (whole) decoder.end();
      else decoder.destroy();
      return over;
    },
  };
}
