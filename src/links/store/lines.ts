/** What a line of a store holds: a key, and when it was written. */
export interface Line {
  url: string;
  /** ISO 8601. */
  at: string;
}

export interface Read<Record extends Line> {
  records: Map<string, Record>;
  /** Lines that are no records. */
  damaged: number;
  /** Absent where the file has no head. */
  version?: number;
}

/** The head of a store's file. */
export function headOf(kind: string, version: number): string {
  return JSON.stringify({ kempt: kind, version });
}

/**
 * Reads JSON lines; of two records for one address the later wins. A last line without end is one that a run was
 * writing when it was stopped: it is left out without complaint.
 */
export function readLines<Record extends Line>(
  text: string,
  isRecord: (value: unknown) => value is Record,
): Read<Record> {
  const records = new Map<string, Record>();
  const lines = text.split('\n');
  lines.pop();
  let damaged = 0;
  let version: number | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const value = parse(line) as { kempt?: unknown; version?: number } | undefined;
    if (value?.kempt !== undefined) version = value.version;
    else if (isRecord(value)) keepLater(records, value);
    else damaged += 1;
  }
  return { records, damaged, ...(version === undefined ? {} : { version }) };
}

export function keepLater<Record extends Line>(records: Map<string, Record>, record: Record): void {
  const known = records.get(record.url);
  if (!known || known.at <= record.at) records.set(record.url, record);
}

/** Sorted by address, so that the file merges and diffs well. */
export function writeLines(head: string, records: Iterable<Line>): string {
  const sorted = [...records].sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
  return `${[head, ...sorted.map((record) => JSON.stringify(record))].join('\n')}\n`;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
