import { accessSync, constants, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** The pieces of the built command, CommonJS in ASCII, with the code that V8 made of them kept between runs. */
export interface Pieces {
  /** What a piece exports, by its name relative to the folder, such as `./main.js`. */
  load(name: string): unknown;
  /** Keeps the code of what was loaded for the next run, where the folder can be written to. */
  keepCode(): void;
}

export interface PiecesOptions {
  /** What the run is for: V8 keeps the code of functions that ran, and which these are depends on it. */
  use: string;
  /** Imports what is no piece, such as a user's configuration. */
  importElse: (specifier: string) => Promise<unknown>;
}

interface Piece {
  exports: unknown;
  script: vm.Script;
  cache: string;
  isKept: boolean;
}

const wrapper = ['(function(exports,require,module,pieceUrl,pieceImport){', '\n})'] as const;

/**
 * Compiling half a megabyte costs a start more than all it does, and Node keeps compiled code by itself only from
 * 22 on and for files of its own loaders. The code lies beside the pieces, so who can write it can write these too.
 * @param folder where the pieces are
 */
export function openPieces(folder: string, { use, importElse }: PiecesOptions): Pieces {
  const outer = createRequire(path.join(folder, 'main.js'));
  const pieces = new Map<string, Piece>();
  const codeFolder = path.join(folder, '.code');
  const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE ?? process.env.NODE_V8_COVERAGE);

  function load(name: string): unknown {
    const known = pieces.get(name);
    if (known) return known.exports;
    const file = path.join(folder, name);
    const cache = path.join(codeFolder, `${codeName(file)}-${use}`);
    const cachedData = isOff ? undefined : readCode(cache);
    const script = new vm.Script(wrapper.join(readFileSync(file, 'latin1')), {
      filename: `file://${file}`,
      ...(cachedData && { cachedData }),
    });
    const isKept = cachedData !== undefined && !script.cachedDataRejected;
    const piece: Piece = { exports: {}, script, cache, isKept };
    pieces.set(name, piece);
    script.runInThisContext()(
      piece.exports,
      (wanted: string) => (wanted.startsWith('./') ? load(wanted) : outer(wanted)),
      piece,
      `file://${file}`,
      importElse,
    );
    return piece.exports;
  }

  return {
    load,
    keepCode() {
      const fresh = [...pieces.values()].filter(({ isKept }) => !isKept);
      if (isOff || fresh.length === 0 || !isWritable(folder)) return;
      mkdirSync(codeFolder, { recursive: true });
      for (const { script, cache } of fresh) {
        const half = `${cache}.${process.pid}`;
        writeFileSync(half, script.createCachedData());
        renameSync(half, cache);
      }
    },
  };
}

/** V8 itself refuses code of another version or other flags; of other sources it would not. */
function codeName(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${path.basename(file)}-${size}-${Math.trunc(mtimeMs)}-${process.version}-${process.arch}`;
}

function readCode(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
