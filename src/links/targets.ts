import type { Filter } from './filter.ts';
import { type Address, parseAddress, type WebAddress } from './normalise.ts';
import { all, more, type Several } from './several.ts';
import type { Cache, CachedVerdict } from './store/cache.ts';
import type { LinkUse, Place, Verdict, VerdictName } from './types.ts';

/** One distinct address of the list, with all its places. */
export interface Asked {
  /** As the list first writes it. */
  url: string;
  /** Normalised, with fragment: the same for all spellings. */
  href: string;
  fragment: string | undefined;
  places: Several<Place> | undefined;
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

export interface GatherOptions {
  filter: Filter;
  /** What is asked where an address is written. */
  remap: (address: string) => string;
  base: string | undefined;
  cache: Cache | undefined;
  /** Told what is to be asked: what has come by the next turn of the event loop at once, so that asking begins early. */
  begin: (targets: Target[]) => void;
}

/**
 * Takes all links in, one target for each address without fragment. Of a hundred thousand links, what is kept of
 * each is what memory goes to: equal texts are kept once.
 *
 * @returns verdicts that need no network: `skipped`, `invalid` and what the cache still knows
 */
export async function gather(
  links: Iterable<LinkUse> | AsyncIterable<LinkUse>,
  { filter, remap, base, cache, begin }: GatherOptions,
): Promise<Verdict[]> {
  let targets = new Map<string, Target>();
  const asked = new Map<string, Asked>();
  const settled = new Map<string, Verdict>();
  const recalled: [Asked, CachedVerdict][] = [];
  const hosts = new Map<string, string>();
  const knownAs = (href: string) => asked.get(href) ?? settled.get(href);
  let turn: NodeJS.Immediate | undefined;
  const handOver = () => {
    turn = undefined;
    const all = [...targets.values()];
    targets = new Map();
    begin(all);
  };
  for await (const { url, place, added } of links) {
    // Most are written as they are told apart, and need not be read again.
    const again = knownAs(url);
    if (again) {
      note(again, place, added);
      continue;
    }
    const address = parseAddress(url, base);
    const known = knownAs(address.href);
    if (known) {
      note(known, place, added);
      continue;
    }
    const early = withoutAsking(url, address, filter, place);
    if (early) {
      settled.set(address.href, early);
      continue;
    }
    const one = askedFor(url, address as WebAddress, place);
    asked.set(one.href, noteAdded(one, added));
    const cached = cache?.fresh(one.href);
    if (cached) recalled.push([one, cached]);
    else {
      addTo(targets, one, address as WebAddress, remap, hosts);
      turn ??= setImmediate(handOver);
    }
  }
  clearImmediate(turn);
  handOver();
  return [
    ...settled.values(),
    ...recalled.map(([one, cached]) => ({ ...cached, url: one.url, places: placesOf(one) })),
  ];
}

export function placesOf({ places }: Asked): Place[] {
  return places ? all(places) : [];
}

function askedFor(url: string, { href, fragment }: WebAddress, place: Place | undefined): Asked {
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
function note(known: Asked | Verdict, place: Place | undefined, added: Date | undefined): void {
  if ('href' in known) noteAdded(known, added);
  if (!place) return;
  if (!('href' in known)) known.places.push(place);
  else known.places = known.places ? more(known.places, place) : place;
}

function noteAdded(asked: Asked, added: Date | undefined): Asked {
  if (added && (!asked.added || added < asked.added)) asked.added = added;
  return asked;
}

function withoutAsking(
  url: string,
  address: Address,
  filter: Filter,
  place: Place | undefined,
): Verdict | undefined {
  const skipped = filter(url, address);
  if (skipped !== undefined) return unasked(url, 'skipped', skipped, place);
  if (address.kind === 'invalid') return unasked(url, 'invalid', address.why, place);
  return undefined;
}

function unasked(url: string, verdict: VerdictName, reason: string, place: Place | undefined): Verdict {
  return {
    url,
    verdict,
    also: [],
    reason,
    places: place ? [place] : [],
    evidence: { url, attempts: [], via: 'none' },
    durationMs: 0,
    fromCache: false,
    via: 'none',
  };
}
