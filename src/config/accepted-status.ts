/** What a status, or a range of them, is written like. */
export const statusExample = 'a status, such as 403 or "500-599"';

/** Whether this is a status or a range of statuses; some sites make up their own, such as 999. */
export function isStatusOrRange(written: unknown): boolean {
  return /^\d{3}(?:-\d{3})?$/.test(String(written));
}
