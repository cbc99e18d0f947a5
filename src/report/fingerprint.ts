import { createHash } from 'node:crypto';
import type { VFileMessage } from 'vfile-message';
import { inSourceOrder, ruleOf } from './finding.ts';
import { linesOf } from './lines.ts';
import type { FileReport } from './report.ts';

/**
 * What a finding is known by from run to run: its rule with the address it is about, or with the text of its
 * line, and which of several such it is. So it is the same when lines move. Unique within the file.
 */
export function fingerprintsOf({ source, messages }: FileReport): Map<VFileMessage, string> {
  const lineHash = lineHashes(source);
  const seen = new Map<string, number>();
  return new Map(
    inSourceOrder(messages).map((message) => {
      const about = message.link ?? (message.line ? lineHash(message.line) : '');
      const hash = hashOf(`${ruleOf(message)}\0${about}`);
      const occurrence = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, occurrence);
      return [message, `${hash}:${occurrence}`];
    }),
  );
}

/** A short name for a text: 16 hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Blanks do not count; each line is hashed once, however many findings it has. */
function lineHashes(source: string): (line: number) => string {
  const lines = linesOf(source);
  const known = new Map<number, string>();
  return (line) => {
    let hash = known.get(line);
    if (hash === undefined) {
      hash = hashOf((lines[line - 1] ?? '').replace(/\s+/g, ' ').trim());
      known.set(line, hash);
    }
    return hash;
  };
}
