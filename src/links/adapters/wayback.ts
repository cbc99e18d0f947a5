import type { AskSite } from './adapter.ts';

/**
 * An archived copy of an address, the one nearest to a time. The archive's own redirect is read: its availability
 * interface limits so strictly that it is of no use. undefined where there is none, or the archive does not say.
 *
 * @param base https://web.archive.org, without a slash at the end
 * @param around when the link was added; the latest copy otherwise
 */
export async function archivedCopy(
  url: string,
  ask: AskSite,
  base: string,
  around?: Date,
): Promise<string | undefined> {
  const time = around ? around.toISOString().replace(/\D/g, '').slice(0, 14) : '2';
  const reply = await ask({ url: `${base}/web/${time}/${url}` }).catch(() => undefined);
  const location = reply?.headers.location;
  if (!reply || reply.status < 300 || reply.status > 399 || !location) return undefined;
  const copy = new URL(location, base);
  // Only a copy of this very address, on the archive itself.
  const stamped = /^\/web\/\d{8,14}\/(https?:\/\/?.+)$/.test(copy.pathname);
  return copy.host === new URL(base).host && stamped ? copy.href : undefined;
}
