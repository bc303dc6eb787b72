import type { Github } from '../Github';
import { fullName } from '../GithubState';
import type { FileChange } from '../git';
import { NO_OBJECT } from '../git/objects';
import type { Repository } from '../model';
import { refreshRepository } from '../trackPushes';

/** Fills a repository, and gives the push that did it. */
export async function firstCommit(
  github: Github,
  repository: Repository,
  options: {
    login: string;
    message: string;
    changes: FileChange[];
    /** ISO 8601; now if absent. */
    date?: string;
  },
) {
  const { login, message, changes, date } = options;
  const full = fullName(repository);
  const account = github.state.account(login)!;
  const after = await github.git.commit(full, {
    branch: repository.defaultBranch,
    message,
    author: { name: account.name ?? login, email: account.email ?? '', login },
    changes,
    date,
  });
  const event = {
    repository: full,
    ref: `refs/heads/${repository.defaultBranch}`,
    before: NO_OBJECT,
    after,
    pusher: login,
  };
  await refreshRepository(github, event);
  return event;
}
