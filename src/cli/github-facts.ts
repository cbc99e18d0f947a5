import type { GatherOptions } from '../facts/gather.ts';
import type { CheckerOptions } from '../links/types.ts';
import type { Io } from './io.ts';

/** Which GitHub a run knows, how to ask it about the list's own repository, and what came of it. */
export interface GitHubFacts extends Pick<GatherOptions, 'gitHubHost' | 'askGitHub'> {
  /** Filled while the run goes on. */
  notices: string[];
}

/** @param mayAsk whether the run may use the network; it does not promise anything of GitHub's otherwise */
export function gitHubFacts(
  checker: CheckerOptions,
  mayAsk: boolean,
  { signal }: Pick<Io, 'signal'>,
): GitHubFacts {
  const server = checker.github?.server;
  const notices: string[] = [];
  return {
    notices,
    gitHubHost: server !== undefined && URL.canParse(server) ? new URL(server).hostname : undefined,
    askGitHub: mayAsk
      ? async (owner, name) => {
          const { askGitHub } = await import('../links/adapters/github-repository.ts');
          return await askGitHub(owner, name, checker, { signal, notice: (text) => notices.push(text) });
        }
      : undefined,
  };
}
