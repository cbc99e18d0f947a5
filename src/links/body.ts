import { pipeline, type Transform } from 'node:stream';
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
  const stages = decodersFor(encoding);
  if (!stages) return { ...takeNothing(flow), isCut: () => true };

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
  if (stages.length > 0) return { ...decode(stages, flow, takePiece, noteEnd), isCut };
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

/** Encodings are named in the order in which they were applied (RFC 9110, 8.4.1); nobody needs more than a few. */
const mostEncodings = 3;

/** What undoes the encodings of a body, the last first; undefined where one of them is not known. */
function decodersFor(encoding = ''): Transform[] | undefined {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (names.length > mostEncodings || !names.every((name) => Object.hasOwn(decoders, name))) return undefined;
  return names.map((name) => decoders[name]!());
}

/** Whoever destroys the last destroys all. */
function piped(stages: readonly Transform[]): { first: Transform; last: Transform } {
  const [first, last] = [stages[0]!, stages.at(-1)!];
  // Faults are told by the last.
  if (first !== last) pipeline(stages, () => {});
  return { first, last };
}

function decode(
  stages: readonly Transform[],
  flow: Flow,
  takePiece: (piece: Buffer) => boolean,
  noteEnd: () => void,
): BodyTaker {
  const { first, last } = piped(stages);
  const over = new Promise<void>((resolve) => {
    last.once('close', resolve);
  });
  const stop = () => {
    last.destroy();
    flow.letGo();
  };
  last.on('data', (piece: Buffer) => {
    if (!last.destroyed && !takePiece(piece)) stop();
  });
  first.on('drain', () => flow.resume());
  last.once('end', noteEnd);
  last.once('error', stop);
  return {
    write(piece) {
      if (!first.write(piece)) flow.pause();
    },
    end(whole) {
      if (whole) first.end();
      else last.destroy();
      return over;
    },
  };
}
