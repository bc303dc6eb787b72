import { may } from '../access';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Comment, Issue } from '../model';
import { writeIssue } from './changeIssue';

/**
 * Adds a comment to an issue or pull request, and tells the webhooks.
 *
 * @throws GithubError 403 where the conversation is locked for the author
 */
export function addComment(
  github: Github,
  issue: Issue,
  input: { user: string; body: string },
): Comment {
  const { state, webhooks } = github;
  const [owner, name] = issue.repository.split('/');
  const repository = state.repository(owner, name);
  if (issue.locked && !may(state, repository, input.user, 'push')) {
    throw new GithubError(
      403,
      'Unable to create comment because issue is locked.',
    );
  }
  const now = state.now();
  const id = state.nextId();
  const comment = state.comments.put(String(id), {
    id,
    repository: issue.repository,
    issue: issue.number,
    user: input.user,
    body: input.body,
    createdAt: now,
    updatedAt: now,
  });
  webhooks.emitComment(
    'created',
    writeIssue(github, issue),
    comment,
    input.user,
  );
  return comment;
}
