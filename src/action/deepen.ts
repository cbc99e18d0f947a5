import type { Io } from '../cli/io.ts';
import { attempt, gitIn } from '../git/git.ts';

/**
 * Fetches the parents of what is checked out, where nothing but that was fetched: `actions/checkout` brings a single
 * commit, and a change is judged against its base. Where it cannot be, the run itself says what to set.
 */
export async function deepen({ cwd, env }: Io): Promise<void> {
  const isChange = Boolean(env.GITHUB_BASE_REF) || env.GITHUB_EVENT_NAME === 'merge_group';
  if (!isChange || !env.GITHUB_SHA) return;
  const git = gitIn(cwd);
  const said = await attempt(git('rev-parse', '--is-shallow-repository', 'HEAD'));
  const [isShallow, head] = said?.trim().split('\n') ?? [];
  if (isShallow !== 'true' || head !== env.GITHUB_SHA) return;
  if ((await attempt(git('rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'))) !== undefined) return;
  await attempt(git('fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--depth=2', 'origin', head));
}
