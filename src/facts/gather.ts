import path from 'node:path';
import type { Document } from '../document.ts';
import type { FactName, Facts } from './facts.ts';
import { localTargets } from './local-targets.ts';
import type { AskGitHub } from './repository.ts';
import { repositoryRoot } from './repository-root.ts';

export interface GatherOptions {
  now: Date;
  dictionary?: Facts['dictionary'];
  /** The host that is GitHub to this run. */
  gitHubHost?: string | undefined;
  /** Asks GitHub; absent where the network is not to be asked, or there is no token. */
  askGitHub?: AskGitHub | undefined;
}

/** Gathers the facts of a document that are needed. */
export type Gather = (document: Document, needs: ReadonlySet<FactName>) => Promise<Facts>;

/** Made for one run: what is known of a repository is gathered once, for all its lists and all rounds of fixing. */
export function createGather({ now, dictionary, gitHubHost, askGitHub }: GatherOptions): Gather {
  const known = new Map<string, Promise<unknown>>();
  const once = async <Fact>(name: FactName, root: string, gather: () => Promise<Fact>) => {
    const key = `${name} ${root}`;
    if (!known.has(key)) known.set(key, gather());
    return (await known.get(key)) as Fact;
  };

  return async (document, needs) => {
    const facts: Facts = {
      now,
      dictionary,
      localTargets: needs.has('localTargets') ? await localTargets(document) : new Map(),
    };
    const { file } = document;
    // A list from standard input has no place.
    if (!file.path || !outside.some((name) => needs.has(name))) return facts;
    const full = path.resolve(file.cwd, file.path);
    const repository = await repositoryRoot(path.dirname(full));
    const root = repository ?? path.dirname(full);
    if (needs.has('imageSizes')) {
      const { imageSizes } = await import('./image-sizes.ts');
      facts.imageSizes = await imageSizes(document, full, root);
    }
    if (!needs.has('communityFiles') && !needs.has('repository')) return facts;
    const { communityFiles, isReadmeOf } = await import('./community-files.ts');
    // What is to be said of a repository is said once, of its readme.
    if (!(await isReadmeOf(root, full))) return facts;
    if (needs.has('communityFiles')) {
      const found = await once('communityFiles', root, () => communityFiles(root));
      // A list that was downloaded alone lacks all of them, and that is no fault of the list.
      const isAlone = !repository && Object.values(found).every((files) => files.length === 0);
      if (!isAlone) facts.communityFiles = found;
    }
    if (needs.has('repository') && repository) {
      const { repositoryFacts } = await import('./repository.ts');
      facts.repository = await once('repository', root, () =>
        repositoryFacts(root, { gitHubHost: gitHubHost ?? 'github.com', ask: askGitHub }),
      );
    }
    return facts;
  };
}

/** Facts for which the repository must be found. */
const outside: readonly FactName[] = ['communityFiles', 'imageSizes', 'repository'];
