import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';

type Body = Dispatcher.ResponseData['body'];

/** Bytes on the wire that are read to keep a connection instead of closing it. */
const worthKeeping = 128 * 1024;
/** Milliseconds that this may take. */
const patience = 500;

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/**
 * Reads the decoded beginning of a body: until `take` says no or `limit` decoded bytes are reached, so that
 * neither an endless body nor a decompression bomb gets further. Never throws: what broke off is `cut`.
 *
 * @param take is given each piece, and says whether more is wanted
 */
export function readStart(
  body: Body,
  encoding: string | undefined,
  limit: number,
  take: (piece: Buffer) => boolean,
): Promise<{ cut: boolean }> {
  const name = encoding?.trim().toLowerCase();
  const decoder = name && name !== 'identity' ? decoders[name]?.() : undefined;
  if (name && name !== 'identity' && !decoder) return discard(body).then(() => ({ cut: true }));

  return new Promise((resolve) => {
    const source = decoder ? body.pipe(decoder) : body;
    let size = 0;
    let over = false;
    const finish = (cut: boolean) => {
      if (over) return;
      over = true;
      source.off('data', onData);
      if (decoder) {
        body.unpipe(decoder);
        decoder.destroy();
      }
      void discard(body).then(() => resolve({ cut }));
    };
    const onData = (piece: Buffer) => {
      const rest = limit - size;
      size += piece.length;
      const more = take(piece.length > rest ? piece.subarray(0, rest) : piece);
      if (!more || size >= limit) finish(true);
    };
    source.on('data', onData);
    source.once('end', () => finish(false));
    source.on('error', () => finish(true));
    source.once('close', () => finish(true));
    if (decoder) body.on('error', () => finish(true));
  });
}

/** Lets go of a body: reads on where little is left and comes soon, which keeps the connection; closes it otherwise. */
export async function discard(body: Body): Promise<void> {
  body.on('error', () => {});
  const timer = setTimeout(() => body.destroy(), patience);
  await body.dump({ limit: worthKeeping }).catch(() => {});
  clearTimeout(timer);
}
