import type { Filter } from './filter.ts';
import { type Address, parseAddress, type WebAddress } from './normalise.ts';
import { all, more, type Several } from './several.ts';
import type { Cache } from './store/cache.ts';
import type { LinkUse, Place, Verdict, VerdictName } from './types.ts';

/** One distinct address of the list, with all its places. */
export interface Asked {
  /** As the list first writes it. */
  url: string;
  /** Normalised, with fragment: the same for all spellings. */
  href: string;
  fragment: string | undefined;
  places: Several<Place>;
  /** The earliest day that a use is known to have come into the list. */
  added?: Date;
}

/** What is fetched once, for all addresses that differ by their fragment only. */
export interface Target {
  /** The address without fragment, for the network. */
  url: string;
  host: string;
  asked: Several<Asked>;
}

export interface Targets {
  targets: Target[];
  /** Verdicts that need no network: `skipped` and `invalid`. */
  settled: Verdict[];
}

export interface GatherOptions {
  filter: Filter;
  /** What is asked where an address is written. */
  remap: (address: string) => string;
  base: string | undefined;
}

/**
 * Takes all links in, one target for each address without fragment. Of a hundred thousand links, what is kept of
 * each is what memory goes to: equal texts are kept once.
 */
export async function gather(
  links: Iterable<LinkUse> | AsyncIterable<LinkUse>,
  { filter, remap, base }: GatherOptions,
): Promise<Targets> {
  const targets = new Map<string, Target>();
  const asked = new Map<string, Asked>();
  const settled = new Map<string, Verdict>();
  const hosts = new Map<string, string>();
  for await (const { url, place, added } of links) {
    const address = parseAddress(url, base);
    const known = asked.get(address.href) ?? settled.get(address.href);
    if (known) {
      note(known, place, added);
      continue;
    }
    const early = withoutAsking(url, address, filter, place);
    if (early) settled.set(address.href, early);
    else {
      const one = askedFor(url, address as WebAddress, place);
      asked.set(one.href, noteAdded(one, added));
      addTo(targets, one, address as WebAddress, remap, hosts);
    }
  }
  return { targets: [...targets.values()], settled: [...settled.values()] };
}

function askedFor(url: string, { href, fragment }: WebAddress, place: Place): Asked {
  return { url, href: href === url ? url : href, fragment, places: place };
}

function addTo(
  targets: Map<string, Target>,
  asked: Asked,
  address: WebAddress,
  remap: GatherOptions['remap'],
  hosts: Map<string, string>,
): void {
  const target = targets.get(address.key);
  if (target) {
    target.asked = more(target.asked, asked);
    return;
  }
  const written = remap(address.request);
  const mapped = written === address.request ? address : parseAddress(written);
  const { request, host } = mapped.kind === 'web' ? mapped : address;
  if (!hosts.has(host)) hosts.set(host, host);
  const url = request === asked.href ? asked.href : request;
  targets.set(address.key, { url, host: hosts.get(host) as string, asked });
}

/** A further use of an address that is known. */
function note(known: Asked | Verdict, place: Place, added: Date | undefined): void {
  if (!('href' in known)) known.places.push(place);
  else {
    known.places = more(known.places, place);
    noteAdded(known, added);
  }
}

function noteAdded(asked: Asked, added: Date | undefined): Asked {
  if (added && (!asked.added || added < asked.added)) asked.added = added;
  return asked;
}

function withoutAsking(url: string, address: Address, filter: Filter, place: Place): Verdict | undefined {
  const skipped = filter(url, address);
  if (skipped !== undefined) return unasked(url, 'skipped', skipped, place);
  if (address.kind === 'invalid') return unasked(url, 'invalid', address.why, place);
  return undefined;
}

function unasked(url: string, verdict: VerdictName, reason: string, place: Place): Verdict {
  return {
    url,
    verdict,
    also: [],
    reason,
    places: [place],
    evidence: { url, attempts: [], via: 'none' },
    durationMs: 0,
    fromCache: false,
    via: 'none',
  };
}

/** Takes out what the cache still knows, and gives it as verdicts. */
export function recall({ targets, settled }: Targets, cache: Cache | undefined): Targets {
  if (!cache) return { targets, settled };
  const known: Verdict[] = [];
  const left = targets.filter((target) => {
    const left = all(target.asked).filter(({ url, href, places }) => {
      const cached = cache.fresh(href);
      if (cached) known.push({ ...cached, url, places: all(places) });
      return !cached;
    });
    target.asked = left;
    return left.length > 0;
  });
  return { targets: left, settled: [...settled, ...known] };
}
