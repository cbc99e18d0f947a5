import { setTimeout as wait } from 'node:timers/promises';
import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { name, version } from '../project.ts';

/** GitHub's REST interface. Calls reject with an ApiError. */
export interface GitHubApi {
  get<Answer>(path: string): Promise<Answer>;
  /** Page after page until one is not full, at most ten. */
  list<Item>(path: string): Promise<Item[]>;
  send<Answer>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** Why GitHub did not do what it was asked to. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** `permission`: the token may not; `trouble`: it may work another time. */
  readonly kind: 'permission' | 'trouble';

  constructor(what: string, kind: ApiError['kind'], cause?: unknown) {
    super(what, { cause });
    this.kind = kind;
  }
}

export interface ApiOptions {
  token: string;
  /** Default https://api.github.com. */
  base?: string | undefined;
  /** As curl reads its environment. */
  proxy?: { http?: string | undefined; https?: string | undefined; no?: string | undefined };
  signal?: AbortSignal | undefined;
}

/** For one answer, in milliseconds. */
const timeout = 20_000;
/** Pauses before a question is asked again, in milliseconds. */
const pauses = [1_000, 4_000];
const perPage = 100;
const mostPages = 10;
/** Of one answer, in bytes: a page of a hundred comments of the greatest length has seven million. */
const mostBytes = 30_000_000;

export function createApi({ token, base = 'https://api.github.com', proxy, signal }: ApiOptions): GitHubApi {
  const agent = new EnvHttpProxyAgent({
    httpProxy: proxy?.http ?? '',
    httpsProxy: proxy?.https ?? '',
    noProxy: proxy?.no ?? '',
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connect: { timeout },
    maxResponseSize: mostBytes,
  });

  async function ask<Answer>(method: Dispatcher.HttpMethod, path: string, body?: object): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await askOnce<Answer>(method, path, body);
      } catch (error) {
        const pause = pauses[attempt];
        // What makes something new is not sent twice.
        const again = method === 'GET' && (error as ApiError).kind === 'trouble';
        if (!again || pause === undefined) throw error;
        await wait(pause, undefined, { signal });
      }
    }
  }

  async function askOnce<Answer>(method: Dispatcher.HttpMethod, path: string, body?: object) {
    const limits = [AbortSignal.timeout(2 * timeout), ...(signal ? [signal] : [])];
    try {
      const answer = await request(`${base.replace(/\/$/, '')}${path}`, {
        dispatcher: agent,
        method,
        signal: AbortSignal.any(limits),
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'user-agent': `${name}/${version}`,
          'x-github-api-version': '2022-11-28',
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await answer.body.text();
      if (answer.statusCode >= 300) throw refusal(answer.statusCode, answer.headers, text);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError(`GitHub cannot be asked: ${(error as Error).message}`, 'trouble', error);
    }
  }

  return {
    get: (path) => ask('GET', path),
    async list<Item>(path: string) {
      const all: Item[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const paged = `${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`;
        const items = await ask<Item[]>('GET', paged);
        all.push(...items);
        if (items.length < perPage) break;
      }
      return all;
    },
    send: (method, path, body) => ask(method, path, body),
    close: () => agent.destroy(),
  };
}

/** A token that may not gets 401, 403 or, where even to look is too much, 404; so does one that asks too often. */
function refusal(status: number, headers: Record<string, unknown>, text: string): ApiError {
  const said = messageIn(text);
  const tooOften =
    status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  const kind = !tooOften && [401, 403, 404].includes(status) ? 'permission' : 'trouble';
  return new ApiError(`GitHub answers ${status}${said ? `: ${said}` : ''}`, kind);
}

function messageIn(text: string): string {
  try {
    return String((JSON.parse(text) as { message?: unknown }).message ?? '').slice(0, 200);
  } catch {
    return '';
  }
}
