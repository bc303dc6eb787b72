import { may } from '../access';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { fullName } from '../GithubState';
import type { Issue, PullPart, Repository } from '../model';
import { announce, writeIssue } from './changeIssue';
import { changesOf } from './changesOf';
import { labelNames } from './labelNames';

/** What an issue or a pull request begins with. */
export interface NewIssue {
  title: string;
  body?: string | null;
  /** Login of its author. */
  user: string;
  /** Names, or objects with one. */
  labels?: unknown[];
  assignees?: string[];
}

/**
 * Opens an issue. Labels and assignees of an author who may not set them are dropped without a word, as
 * GitHub does; those that a form sets are not: see `labelsOfForm`.
 *
 * @throws GithubError 410 where the repository has no issues
 */
export function createIssue(
  github: Github,
  repository: Repository,
  input: NewIssue & { labelsOfForm?: string[] },
): Issue {
  if (!repository.settings.has_issues)
    throw new GithubError(410, 'Issues are disabled for this repo');
  const maySet = may(github.state, repository, input.user, 'triage');
  return open(github, repository, {
    ...input,
    labels: [
      ...(input.labelsOfForm ?? []),
      ...(maySet ? input.labels ?? [] : []),
    ],
    assignees: maySet ? input.assignees : [],
  });
}

/** Opens a pull request. */
export function createPull(
  github: Github,
  repository: Repository,
  input: NewIssue,
  pull: PullPart,
): Issue & { pull: PullPart } {
  return { ...open(github, repository, input, pull), pull };
}

function open(
  github: Github,
  repository: Repository,
  input: NewIssue,
  pull?: PullPart,
): Issue {
  const { state, webhooks } = github;
  const now = state.now();
  const full = fullName(repository);
  const plain: Issue = {
    id: state.nextId(),
    repository: full,
    number: state.nextNumber(`issues/${repository.id}`),
    title: input.title,
    body: input.body ?? null,
    state: 'open',
    user: input.user,
    labels: [],
    assignees: [],
    locked: false,
    createdAt: now,
    updatedAt: now,
    pull,
  };
  const issue = writeIssue(github, {
    ...plain,
    labels: labelNames(github, full, input.labels ?? []),
    assignees: (input.assignees ?? []).flatMap(
      login => state.account(login)?.login ?? [],
    ),
  });
  webhooks.emitIssue('opened', issue, input.user);
  for (const change of changesOf(plain, issue))
    announce(github, issue, change, input.user);
  return issue;
}
