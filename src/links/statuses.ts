import type { Outcome } from './types.ts';

/** What a status comes to, where no mark of the answer says otherwise. */
interface StatusRow {
  row: string;
  status: readonly number[] | readonly [from: number, to: number, range: 'range'];
  says: Outcome['says'];
  note?: string;
}

/** RFC 9110's statuses, the registered ones beside it, and those that vendors made up. The first row that fits applies. */
export const statuses: readonly StatusRow[] = [
  { row: 'success', status: [200, 299, 'range'], says: 'fine' },
  { row: 'not modified', status: [304], says: 'fine' },
  {
    row: 'range refused',
    status: [416],
    says: 'fine',
    note: 'The resource exists: only the range was refused',
  },
  { row: 'not found', status: [404], says: 'gone' },
  { row: 'gone', status: [410], says: 'gone', note: 'The host says that it is gone for good' },
  {
    row: 'log-in wanted',
    status: [401, 407],
    says: 'walled',
    note: 'The page is there, for those who may see it',
  },
  { row: 'payment wanted', status: [402], says: 'walled' },
  {
    row: 'forbidden',
    status: [403],
    says: 'walled',
    note: 'Many hosts answer so to all but browsers: open it in one',
  },
  {
    row: 'unavailable for legal reasons',
    status: [451],
    says: 'walled',
    note: 'It may be available elsewhere, in another country',
  },
  {
    row: 'too many requests',
    status: [429],
    says: 'walled',
    note: 'The host limits how often it is asked: check again later, or lower its width',
  },
  { row: 'robots refused', status: [418, 420, 430, 509, 529, 999], says: 'walled' },
  {
    row: 'method or form refused',
    status: [405, 406, 415, 501],
    says: 'unsettled',
    note: 'The host refuses an ordinary page request',
  },
  { row: 'TLS behind the CDN', status: [525, 526], says: 'insecure' },
  {
    row: 'origin down behind the CDN',
    status: [520, 521, 522, 523, 524, 527, 530],
    says: 'unsettled',
    note: 'The CDN answers, the server behind it does not',
  },
  { row: 'passing trouble', status: [408, 425, 500, 502, 503, 504], says: 'unsettled' },
  { row: 'redirect without target', status: [300, 399, 'range'], says: 'unsettled' },
  { row: 'client error', status: [400, 499, 'range'], says: 'unsettled' },
  { row: 'server error', status: [500, 599, 'range'], says: 'unsettled' },
  { row: 'unknown status', status: [0, 9999, 'range'], says: 'unsettled' },
];

export function statusRow(status: number): StatusRow {
  return statuses.find((row) => includes(row.status, status)) as StatusRow;
}

function includes(statuses: StatusRow['status'], status: number): boolean {
  if (statuses[2] === 'range') return status >= (statuses[0] as number) && status <= (statuses[1] as number);
  return (statuses as readonly number[]).includes(status);
}

/** A reader of `403`, `500-599` and the like. */
export function acceptsStatus(accept: readonly string[]): (status: number) => boolean {
  const ranges = accept.map((text) => text.split('-').map(Number));
  return (status) => ranges.some(([from = Number.NaN, to = from]) => status >= from && status <= to);
}
