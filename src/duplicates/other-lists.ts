import { withoutLanguage } from '../input/translation.ts';
import type { Entry, List } from '../list/types.ts';
import { resourceOf } from '../resource.ts';
import { isListed } from './twins.ts';

/** What another list of the same run holds. */
export interface OtherList {
  /** As reports have it. */
  path: string;
  /** The first entry for each resource. */
  resources: ReadonlyMap<string, { name: string; line: number }>;
}

/** What a list holds, as other lists may look at it. */
export function asOther(path: string, { entries }: Pick<List, 'entries'>): OtherList {
  const resources = new Map<string, { name: string; line: number }>();
  for (const entry of entries) {
    const resource = listedResource(entry);
    if (resource !== undefined && !resources.has(resource))
      resources.set(resource, { name: entry.name, line: entry.place.start.line });
  }
  return { path, resources };
}

/** What an entry lists; undefined where it only mentions something. */
export function listedResource(entry: Entry): string | undefined {
  return entry.url === undefined || !isListed(entry) ? undefined : resourceOf(entry.url);
}

/** Lists with less in common are not taken for versions of one. */
const fewestShared = 10;

/** Of some lists those that may have entries of this one by mistake: no translations of it, and no other versions. */
export function strangersTo(own: OtherList, others: readonly OtherList[]): OtherList[] {
  const key = withoutLanguage(own.path);
  return others.filter(
    (other) =>
      withoutLanguage(other.path) !== key && !areApart(own.path, other.path) && !isVersion(own, other),
  );
}

/** Whether two readmes are of folders beside each other: lists of their own, which may well name the same things. */
function areApart(...paths: [string, string]): boolean {
  const [one, other] = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)) as [string, string];
  const areReadmes = paths.every((path) => /^readme\b/i.test(path.slice(path.lastIndexOf('/') + 1)));
  return areReadmes && !one.startsWith(other) && !other.startsWith(one);
}

/** Whether half of the shorter list is in the other: copies, mirrors, a selection of the best. */
function isVersion({ resources: one }: OtherList, { resources: other }: OtherList): boolean {
  const [less, more] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const resource of less.keys()) if (more.has(resource)) shared++;
  return shared >= fewestShared && shared * 2 >= less.size;
}

/** What stands in so many lists of a run, and in half of them, belongs in each: a link home, a licence. */
const common = 3;

/** Entries that another list has as well, the first of each, with where it is. */
export function* elsewhere(
  entries: readonly Entry[],
  others: readonly OtherList[],
): Generator<{ entry: Entry; path: string; name: string; line: number }> {
  if (others.length === 0) return;
  const seen = new Set<string>();
  for (const entry of entries) {
    const resource = listedResource(entry);
    if (resource === undefined || seen.has(resource)) continue;
    seen.add(resource);
    const holding = others.filter(({ resources }) => resources.has(resource));
    const [first] = holding;
    if (!first || (holding.length >= common && holding.length * 2 >= others.length)) continue;
    yield { entry, path: first.path, ...first.resources.get(resource)! };
  }
}
