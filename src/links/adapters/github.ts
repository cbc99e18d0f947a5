import { all } from '../several.ts';
import type { Target } from '../targets.ts';
import type { Repository } from '../types.ts';
import type { AskSite, BatchAdapter, SiteAnswer } from './adapter.ts';
import { anchorsInSource } from './github-anchors.ts';
import { parseGitHub, type Thing } from './github-paths.ts';
import { type Answers, documentOf, readmeNames } from './github-query.ts';

export interface GitHubOptions {
  token: string;
  /** Default https://github.com; an Enterprise server never answers for it. */
  server?: string | undefined;
  /** Default https://api.github.com/graphql. */
  graphql?: string | undefined;
  /** Told what the reader of the report should know. */
  notice: (text: string) => void;
}

/** Targets in one question: more has been seen to fail by time-out. */
const batch = 50;

interface Reply {
  data?: Answers | null;
  errors?: { type?: string; path?: (string | number)[] }[];
}

/**
 * GitHub's GraphQL interface: one question for fifty repositories, files, issues, releases or owners. An aliased
 * batch costs one point of the hourly limit. Failures are told by alias, the others are answered all the same.
 */
export function createGitHub({ token, server, graphql, notice }: GitHubOptions): BatchAdapter {
  const home = new URL(server ?? 'https://github.com');
  const endpoint = new URL(graphql ?? 'https://api.github.com/graphql');
  let working = true;

  async function ask(targets: readonly Target[], askSite: AskSite): Promise<ReadonlyMap<Target, SiteAnswer>> {
    if (!working || targets.length === 0) return new Map();
    const things = targets.map((target) => ({ target, thing: parseGitHub(new URL(target.url)) as Thing }));
    const began = performance.now();
    const reply = await askSite({
      url: endpoint.href,
      method: 'POST',
      headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: documentOf(things) }),
    }).catch(() => undefined);
    // Too much at once for the server: half of it, twice.
    if (!reply || reply.status >= 500) return targets.length > 1 ? inHalves(targets, askSite) : new Map();
    const { data, errors } = (reply.json ?? {}) as Reply;
    if (reply.status !== 200 || !data) {
      giveUp(reply.status);
      return new Map();
    }
    const missing = new Set(
      errors?.filter(({ type }) => type === 'NOT_FOUND').map(({ path }) => String(path?.[0])),
    );
    const durationMs = Math.round((performance.now() - began) / targets.length);
    return new Map(
      things.flatMap(({ target, thing }, index) => {
        const answer = answerOf(target, thing, data, index, missing, {
          durationMs,
          endpoint: endpoint.href,
          home,
        });
        return answer ? [[target, answer] as const] : [];
      }),
    );
  }

  async function inHalves(targets: readonly Target[], askSite: AskSite) {
    const middle = Math.ceil(targets.length / 2);
    const left = await ask(targets.slice(0, middle), askSite);
    return new Map([...left, ...(await ask(targets.slice(middle), askSite))]);
  }

  function giveUp(status: number): void {
    if (!working) return;
    working = false;
    const why = status === 401 ? 'the token was refused' : `it answered ${status}, perhaps by its rate limit`;
    notice(`GitHub’s interface could not be used (${why}): its pages are asked one by one instead`);
  }

  return {
    name: 'github',
    host: endpoint.host,
    size: batch,
    takes: (url) => url.host === home.host && parseGitHub(url) !== undefined,
    ask,
  };
}

interface Setting {
  durationMs: number;
  endpoint: string;
  home: URL;
}

function answerOf(
  target: Target,
  thing: Thing,
  data: Answers,
  index: number,
  missing: ReadonlySet<string>,
  { durationMs, endpoint, home }: Setting,
): SiteAnswer | undefined {
  const node = data[`q${index}`];
  const base = { method: 'POST', pass: 1, durationMs, detail: `asked ${endpoint}` } as const;
  if (!node) {
    if (!missing.has(`q${index}`)) return undefined;
    const outcome = { says: 'gone', row: 'GitHub: not found', reason: 'GitHub does not know it' } as const;
    return { attempt: { ...base, hops: [{ url: target.url, headers: {}, durationMs }], outcome } };
  }
  // The repository is there, and whether the thing in it is, only its page can say.
  if (thing.kind !== 'owner' && thing.kind !== 'repository' && !node.thing) return undefined;
  const hops = hopsOf(target.url, thing, node.nameWithOwner, home);
  const anchors = anchorsIn(target, thing, node);
  if (anchors === undefined) return undefined;
  const outcome = {
    says: 'fine',
    row: 'GitHub: found',
    reason: 'GitHub’s interface says that it is there',
  } as const;
  return {
    attempt: { ...base, hops: hops.map((hop) => ({ ...hop, headers: {}, durationMs })), anchors, outcome },
    ...(thing.kind === 'owner' ? {} : { repository: repositoryOf(node) }),
  };
}

/** A renamed repository is what its page would show: one permanent redirect. */
function hopsOf(url: string, thing: Thing, nameWithOwner: string | undefined, home: URL) {
  if (thing.kind === 'owner' || !nameWithOwner) return [{ url, status: 200 }];
  const written = `${thing.owner}/${thing.name}`;
  if (written.toLowerCase() === nameWithOwner.toLowerCase()) return [{ url, status: 200 }];
  const rest = new URL(url).pathname.split('/').slice(3).join('/');
  return [
    { url, status: 301 },
    { url: `${home.origin}/${nameWithOwner}${rest ? `/${rest}` : ''}`, status: 200 },
  ];
}

/** Anchors by the source where there is one; undefined where only the page can tell. */
function anchorsIn({ asked }: Target, thing: Thing, node: NonNullable<Answers[string]>) {
  const fragments = all(asked).flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment]));
  if (fragments.length === 0) return {};
  if (thing.kind === 'file') return anchorsInSource(fragments, node.thing?.text, thing.path);
  if (thing.kind !== 'repository') return undefined;
  const readme = readmeNames.map((_, at) => node[`readme${at}`]?.text).find((text) => text !== undefined);
  return anchorsInSource(fragments, readme, 'README.md');
}

function repositoryOf(node: NonNullable<Answers[string]>): Repository {
  return {
    name: node.nameWithOwner ?? '',
    archived: node.isArchived ?? false,
    disabled: node.isDisabled ?? false,
    ...(node.pushedAt ? { pushedAt: node.pushedAt } : {}),
  };
}
