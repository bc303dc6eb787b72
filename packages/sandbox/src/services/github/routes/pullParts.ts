import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { changeIssue } from '../issues';
import type { PullPart } from '../model';
import { paginate } from '../paginate';
import { presentReview } from '../present/issue';
import { presentFullPull, presentPull, type Pull } from '../present/pull';
import { presentTeam } from '../present/team';
import {
  mergePull,
  reviewPull,
  updateBranch,
  type MergeMethod,
} from '../pulls';
import { Body } from './body';
import { pullOf } from './pulls';

/** Merging, reviews and requested reviewers of pull requests. */
export function pullPartRoutes(github: Github) {
  const { state, present, webhooks } = github;
  const router = Router();
  const one = '/repos/:owner/:repo/pulls/:number(\\d+)';

  router.put(`${one}/merge`, async (request, response) => {
    const body = new Body(request, 'PullRequest');
    const method = (body.text('merge_method') ?? 'merge') as MergeMethod;
    const sha = await mergePull(github, pullOf(github, request), {
      method,
      sha: body.text('sha'),
      title: body.text('commit_title'),
      message: body.text('commit_message'),
      actor: callerOf(request),
    });
    response.json({
      sha,
      merged: true,
      message: 'Pull Request successfully merged',
    });
  });

  router.put(`${one}/update-branch`, async (request, response) => {
    const pull = pullOf(github, request);
    await updateBranch(github, pull, {
      actor: callerOf(request),
      expectedHead: new Body(request, 'PullRequest').text('expected_head_sha'),
    });
    response.status(202).json({
      message: 'Updating pull request branch.',
      url: presentPull(github, pull).html_url,
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

  router.post(`${one}/reviews`, async (request, response) => {
    const pull = pullOf(github, request);
    const body = new Body(request, 'PullRequestReview');
    const review = await reviewPull(github, pull, {
      user: callerOf(request),
      event: body.text('event'),
      body: body.text('body'),
      commitSha: body.text('commit_id'),
    });
    response.json(presentReview(github, review));
  });

  const reviewOf = (request: Request) => {
    const { repository, number } = pullOf(github, request);
    const review = state.reviews.get(request.params.id);
    if (review?.repository !== repository || review.pull !== number)
      throw GithubError.notFound();
    return review;
  };

  router.get(`${one}/reviews/:id(\\d+)`, (request, response) => {
    response.json(presentReview(github, reviewOf(request)));
  });

  router.put(`${one}/reviews/:id(\\d+)/dismissals`, (request, response) => {
    const review = reviewOf(request);
    new Body(request, 'PullRequestReview').requiredText('message');
    if (!['APPROVED', 'CHANGES_REQUESTED'].includes(review.state)) {
      throw new GithubError(
        422,
        'Can not dismiss a commented pull request review',
      );
    }
    const dismissed = state.reviews.put(String(review.id), {
      ...review,
      state: 'DISMISSED',
    });
    const pull = pullOf(github, request);
    webhooks.emitReview('dismissed', pull, dismissed, callerOf(request));
    response.json(presentReview(github, dismissed));
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

  const setReviewers = (
    request: Request,
    issue: Pull,
    asked: Pick<PullPart, 'reviewers' | 'teamReviewers'>,
  ) => {
    const changed = { ...issue, pull: { ...issue.pull, ...asked } };
    return changeIssue(github, issue, changed, callerOf(request));
  };

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
    const saved = setReviewers(request, pull, {
      reviewers: [...new Set([...pull.pull.reviewers, ...reviewers])],
      teamReviewers: [...new Set([...pull.pull.teamReviewers, ...teams])],
    });
    response.status(201).json(presentPull(github, saved));
  });

  router.delete(`${one}/requested_reviewers`, async (request, response) => {
    const pull = pullOf(github, request);
    const body = new Body(request, 'PullRequest');
    const users = body.texts('reviewers') ?? [];
    const teams = body.texts('team_reviewers') ?? [];
    const { reviewers, teamReviewers } = pull.pull;
    const saved = setReviewers(request, pull, {
      reviewers: reviewers.filter(login => !users.includes(login)),
      teamReviewers: teamReviewers.filter(slug => !teams.includes(slug)),
    });
    response.json(await presentFullPull(github, saved));
  });

  return router;
}
