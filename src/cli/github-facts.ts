import type { GatherOptions } from '../facts/gather.ts';
import type { CheckerOptions } from '../links/types.ts';
import type { Io } from './io.ts';

/** Which GitHub a run knows and, where it may use the network and has a token, how to ask it about the list's own repository. */
export function gitHubFacts(
  checker: CheckerOptions,
  mayAsk: boolean,
  { signal }: Pick<Io, 'signal'>,
): Pick<GatherOptions, 'gitHubHost' | 'askGitHub'> {
  const server = checker.github?.server;
  return {
    gitHubHost: server !== undefined && URL.canParse(server) ? new URL(server).hostname : undefined,
    askGitHub:
      mayAsk && checker.githubToken
        ? async (owner, name) => {
            const { askGitHub } = await import('../links/adapters/github-repository.ts');
            return await askGitHub(owner, name, checker, signal);
          }
        : undefined,
  };
}
