import { may } from '../access';
import type { Github } from '../Github';
import { mergeBase } from '../git/history';
import type { Protection, Review } from '../model';
import type { Pull } from '../present/pull';
import { protectionOf } from '../protection';
import { ownersOfChanges } from './codeOwners';

/**
 * What the protection of the base branch still asks before a pull request may be merged, in GitHub's words.
 *
 * @param actor who would merge: administrators pass unless the protection holds for them too, and those
 *   whom it lets bypass pull request requirements pass without reviews
 */
export async function unmetRequirements(
  github: Github,
  pull: Pull,
  actor?: string,
): Promise<string[]> {
  const { state } = github;
  const ref = `refs/heads/${pull.pull.baseRef}`;
  const protection = protectionOf(state, pull.repository, ref);
  if (!protection) return [];
  const isAdmin =
    actor && may(state, repositoryOf(github, pull), actor, 'admin');
  if (isAdmin && !protection.enforceAdmins) return [];
  const mayBypass = actor && protection.reviews?.bypass?.users.includes(actor);
  return [
    ...(mayBypass ? [] : await unmetReviews(github, pull, protection)),
    ...(await unmetChecks(github, pull, protection)),
  ];
}

function repositoryOf({ state }: Github, pull: Pull) {
  const [owner, name] = pull.repository.split('/');
  return state.repository(owner, name);
}

/** The verdict of each reviewer who may write: their last review that is no mere comment. */
export function verdicts(
  github: Github,
  pull: Pull,
): Map<string, Review['state']> {
  const { state } = github;
  const repository = repositoryOf(github, pull);
  return new Map(
    state.reviews
      .filter(
        review =>
          review.repository === pull.repository &&
          review.pull === pull.number &&
          review.state !== 'COMMENTED' &&
          review.state !== 'PENDING' &&
          may(state, repository, review.user, 'push'),
      )
      .map(review => [review.user, review.state]),
  );
}

async function unmetReviews(
  github: Github,
  pull: Pull,
  { reviews }: Protection,
): Promise<string[]> {
  if (!reviews) return [];
  const all = [...verdicts(github, pull)];
  const approvers = all.flatMap(([user, verdict]) =>
    verdict === 'APPROVED' ? [user] : [],
  );
  const unmet: string[] = [];
  if (all.some(([, verdict]) => verdict === 'CHANGES_REQUESTED'))
    unmet.push('Changes requested by a reviewer with write access.');
  const wanted = reviews.requiredApprovingReviewCount;
  if (approvers.length < wanted) {
    unmet.push(
      `At least ${wanted} approving review${
        wanted > 1 ? 's are' : ' is'
      } required by reviewers with write access.`,
    );
  } else if (
    reviews.requireCodeOwnerReviews &&
    !(await ownersApproved(github, pull, approvers))
  ) {
    unmet.push('Waiting on code owner review.');
  }
  return unmet;
}

async function ownersApproved(
  github: Github,
  pull: Pull,
  approvers: string[],
): Promise<boolean> {
  const owned = [...(await ownersOfChanges(github, pull)).values()];
  return owned.every(({ users, teams }) => {
    if (!users.length && !teams.length) return true;
    return approvers.some(
      login =>
        users.includes(login) ||
        teams.some(slug => github.state.teams.get(slug)?.members[login]),
    );
  });
}

async function unmetChecks(
  { state, git }: Github,
  pull: Pull,
  { statusChecks }: Protection,
): Promise<string[]> {
  if (!statusChecks) return [];
  const { repository } = pull;
  const { headSha, baseRef } = pull.pull;
  const ofHead = (one: { repository: string; sha: string }) =>
    one.repository === repository && one.sha === headSha;
  const passed = new Set([
    ...state.statuses
      .filter(status => ofHead(status) && status.state === 'success')
      .map(status => status.context),
    ...state.runs
      .filter(ofHead)
      .flatMap(run => run.jobs)
      .filter(job => ['success', 'skipped'].includes(job.conclusion ?? ''))
      .map(job => job.name),
  ]);
  const unmet = statusChecks.contexts
    .filter(context => !passed.has(context))
    .map(context => `Required status check "${context}" is expected.`);
  if (statusChecks.strict) {
    const tip = await git.resolve(repository, `refs/heads/${baseRef}`);
    const base = tip && (await mergeBase(git, repository, tip, headSha));
    if (base !== tip)
      unmet.push('The head branch is not up to date with the base branch.');
  }
  return unmet;
}
