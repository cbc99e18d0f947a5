import type { OnGitHub } from '../../facts/repository.ts';
import { createClocks } from '../clocks.ts';
import { requestJson } from '../request-json.ts';
import { createSockets } from '../sockets.ts';
import type { CheckerOptions } from '../types.ts';

/** As much of GitHub's answer about a repository as is read. */
interface Answer {
  fork: boolean;
  default_branch: string;
  created_at: string;
  description: string | null;
  topics: string[];
  license: object | null;
}

export interface Asking {
  signal: AbortSignal;
  /** Told why GitHub said nothing. */
  notice: (text: string) => void;
}

/**
 * What GitHub's REST interface says of a repository, by one request. Undefined without a token, where the request
 * fails, whatever the reason, and for a fork: its topics and its age are not those of the list.
 */
export async function askGitHub(
  owner: string,
  name: string,
  options: CheckerOptions,
  { signal, notice }: Asking,
): Promise<OnGitHub | undefined> {
  const { githubToken: token, github, timeout = 15_000, userAgent } = options;
  const notKnown = (why: string) => {
    notice(`Description, topics and licence of ${owner}/${name} on GitHub were not checked: ${why}`);
    return undefined;
  };
  if (!token) return notKnown('that takes a token (set GITHUB_TOKEN)');
  const base = (github?.api ?? 'https://api.github.com').replace(/\/+$/, '');
  const sockets = createSockets(options, timeout);
  try {
    const { status, json } = await requestJson(
      {
        url: `${base}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`,
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
      },
      { sockets, timeout, userAgent, clocks: createClocks(signal) },
    );
    if (status !== 200) return notKnown(reasons[status] ?? `its interface answered ${status}`);
    if (!isAnswer(json)) return notKnown('its interface answered with something else');
    return json.fork ? notKnown('it is a fork, whose settings are not the list’s') : read(json);
  } catch (error) {
    return notKnown((error as Error).message);
  } finally {
    await sockets.close();
  }
}

const reasons: Record<number, string> = {
  401: 'the token was refused',
  403: 'its interface answered 403, perhaps by its rate limit',
  404: 'there is no such repository, or the token may not see it',
};

function isAnswer(json: unknown): json is Answer {
  const answer = (json ?? {}) as Record<keyof Answer, unknown>;
  return (
    typeof answer.fork === 'boolean' &&
    typeof answer.default_branch === 'string' &&
    typeof answer.created_at === 'string' &&
    !Number.isNaN(Date.parse(answer.created_at)) &&
    (answer.description === null || typeof answer.description === 'string') &&
    Array.isArray(answer.topics) &&
    (answer.license === null || typeof answer.license === 'object')
  );
}

function read({ default_branch, created_at, description, topics, license }: Answer): OnGitHub {
  return {
    defaultBranch: default_branch,
    created: new Date(created_at),
    description: description?.trim() ?? '',
    topics: topics.map(String),
    hasLicense: license !== null,
  };
}
