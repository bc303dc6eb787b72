import Router from 'express-promise-router';
import { TOKEN_LOGIN } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { mergePull, type MergeMethod } from '../mergePull';
import type { Review } from '../model';
import { paginate } from '../paginate';
import { presentReview } from '../present/issue';
import { presentFullPull, presentPull, type Pull } from '../present/pull';
import { presentTeam } from '../present/team';
import { Body, repositoryOf } from './body';
import { saveIssue } from './issues';
import { pullOf } from './pulls';

const EVENTS: Record<string, Review['state']> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/** Merging, reviews and requested reviewers of pull requests. */
export function pullPartRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const one = '/repos/:owner/:repo/pulls/:number(\\d+)';

  router.put(`${one}/merge`, async (request, response) => {
    const repository = repositoryOf(github, request);
    const body = new Body(request, 'PullRequest');
    const method = (body.text('merge_method') ?? 'merge') as MergeMethod;
    const allowed = {
      merge: repository.settings.allow_merge_commit,
      squash: repository.settings.allow_squash_merge,
      rebase: repository.settings.allow_rebase_merge,
    };
    if (!allowed[method]) {
      throw new GithubError(
        405,
        `${method[0].toUpperCase()}${method.slice(
          1,
        )} merges are not allowed on this repository.`,
      );
    }
    const sha = await mergePull(github, pullOf(github, request), {
      method,
      sha: body.text('sha'),
      title: body.text('commit_title'),
      message: body.text('commit_message'),
    });
    response.json({
      sha,
      merged: true,
      message: 'Pull Request successfully merged',
    });
  });

  router.get(`${one}/reviews`, (request, response) => {
    const { repository, number } = pullOf(github, request);
    const reviews = state.reviews.filter(
      r => r.repository === repository && r.pull === number,
    );
    response.json(
      paginate(request, response, present.web, reviews).map(review =>
        presentReview(github, review),
      ),
    );
  });

  router.post(`${one}/reviews`, (request, response) => {
    const pull = pullOf(github, request);
    const body = new Body(request, 'PullRequestReview');
    const event = body.text('event');
    const reviewState = event === undefined ? 'PENDING' : EVENTS[event];
    if (!reviewState)
      throw GithubError.invalid('PullRequestReview', 'event', 'invalid');
    if (
      pull.user === TOKEN_LOGIN &&
      (event === 'APPROVE' || event === 'REQUEST_CHANGES')
    ) {
      throw new GithubError(
        422,
        event === 'APPROVE'
          ? 'Review Can not approve your own pull request'
          : 'Review Can not request changes on your own pull request',
      );
    }
    const id = state.nextId();
    const review = state.reviews.put(String(id), {
      id,
      repository: pull.repository,
      pull: pull.number,
      user: TOKEN_LOGIN,
      body: body.text('body') ?? '',
      state: reviewState,
      commitSha: body.text('commit_id') ?? pull.pull.headSha,
      submittedAt: state.now(),
    });
    response.json(presentReview(github, review));
  });

  router.get(`${one}/requested_reviewers`, (request, response) => {
    const { pull } = pullOf(github, request);
    response.json({
      users: pull.reviewers.map(login => present.user(login)),
      teams: pull.teamReviewers.map(slug =>
        presentTeam(github, state.team(slug)),
      ),
    });
  });

  router.post(`${one}/requested_reviewers`, (request, response) => {
    const pull = pullOf(github, request);
    const body = new Body(request, 'PullRequest');
    const reviewers = body.texts('reviewers') ?? [];
    const teams = body.texts('team_reviewers') ?? [];
    if (reviewers.includes(pull.user)) {
      throw new GithubError(
        422,
        'Review cannot be requested from pull request author.',
      );
    }
    if (
      reviewers.some(login => !state.account(login)?.role) ||
      teams.some(slug => !state.teams.get(slug))
    ) {
      throw new GithubError(
        422,
        'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of this repository.',
      );
    }
    const saved = saveIssue(
      github,
      {
        ...pull,
        pull: {
          ...pull.pull,
          reviewers: [...new Set([...pull.pull.reviewers, ...reviewers])],
          teamReviewers: [...new Set([...pull.pull.teamReviewers, ...teams])],
        },
      },
      'review_requested',
    ) as Pull;
    response.status(201).json(presentPull(github, saved));
  });

  router.delete(`${one}/requested_reviewers`, async (request, response) => {
    const pull = pullOf(github, request);
    const body = new Body(request, 'PullRequest');
    const [users, teams] = [
      body.texts('reviewers') ?? [],
      body.texts('team_reviewers') ?? [],
    ];
    const saved = saveIssue(
      github,
      {
        ...pull,
        pull: {
          ...pull.pull,
          reviewers: pull.pull.reviewers.filter(
            login => !users.includes(login),
          ),
          teamReviewers: pull.pull.teamReviewers.filter(
            slug => !teams.includes(slug),
          ),
        },
      },
      'review_request_removed',
    ) as Pull;
    response.json(await presentFullPull(github, saved));
  });

  return router;
}
