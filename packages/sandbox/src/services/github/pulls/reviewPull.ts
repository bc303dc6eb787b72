import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { writeIssue } from '../issues';
import type { Review } from '../model';
import type { Pull } from '../present/pull';
import { autoMerge } from './autoMerge';

const EVENTS: Record<string, Review['state']> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/**
 * Adds a review; without an event it is pending, seen by its author alone.
 *
 * @throws GithubError 422 for what GitHub doesn't take, e.g. an approval by the author
 */
export async function reviewPull(
  github: Github,
  pull: Pull,
  input: { user: string; event?: string; body?: string; commitSha?: string },
): Promise<Review> {
  const { state, webhooks } = github;
  const { user, event, body = '' } = input;
  const verdict = event === undefined ? 'PENDING' : EVENTS[event];
  if (!verdict)
    throw GithubError.invalid('PullRequestReview', 'event', 'invalid');
  const asks = event === 'APPROVE' ? 'approve' : 'request changes on';
  if (
    pull.user === user &&
    (event === 'APPROVE' || event === 'REQUEST_CHANGES')
  )
    throw new GithubError(422, `Review Can not ${asks} your own pull request`);
  if (!body && (event === 'REQUEST_CHANGES' || event === 'COMMENT')) {
    throw new GithubError(422, 'Unprocessable Entity', [
      {
        resource: 'PullRequestReview',
        code: 'custom',
        field: 'body',
        message: `Body can't be blank`,
      },
    ]);
  }
  const id = state.nextId();
  const review = state.reviews.put(String(id), {
    id,
    repository: pull.repository,
    pull: pull.number,
    user,
    body,
    state: verdict,
    commitSha: input.commitSha ?? pull.pull.headSha,
    submittedAt: state.now(),
  });
  if (verdict === 'PENDING') return review;
  const { reviewers, teamReviewers } = pull.pull;
  // Who has reviewed is not asked any more, nor is their team.
  const reviewed = writeIssue(github, {
    ...pull,
    pull: {
      ...pull.pull,
      reviewers: reviewers.filter(login => login !== user),
      teamReviewers: teamReviewers.filter(
        slug => !state.teams.get(slug)?.members[user],
      ),
    },
  });
  webhooks.emitReview('submitted', reviewed, review, user);
  await autoMerge(github, reviewed);
  return review;
}

/** Takes approvals back when new commits arrive, where the protection says so. */
export function dismissStale({ state }: Github, pull: Pull): void {
  for (const [id, review] of state.reviews.entries()) {
    if (
      review.repository === pull.repository &&
      review.pull === pull.number &&
      review.state === 'APPROVED'
    )
      state.reviews.put(id, { ...review, state: 'DISMISSED' });
  }
}
