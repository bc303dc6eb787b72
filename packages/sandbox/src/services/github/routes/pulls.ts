import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { diffTrees, listCommits } from '../git/history';
import { changeIssue, createPull, selectIssues } from '../issues';
import { paginate } from '../paginate';
import { presentCommit } from '../present/commit';
import {
  baseCommit,
  isPull,
  presentFullPull,
  presentPull,
  type Pull,
} from '../present/pull';
import { requestOwners } from '../pulls';
import { Body, repositoryOf } from './body';
import { presentFiles } from './commits';
import { issueOf, patchedIssue } from './issues';

/** The pull request of a route with `:number`. */
export function pullOf(github: Github, request: Request): Pull {
  const issue = issueOf(github, request);
  if (!issue.pull) throw GithubError.notFound();
  return { ...issue, pull: issue.pull };
}

/** https://docs.github.com/rest/pulls/pulls */
export function pullRoutes(github: Github) {
  const { git, state, present, runner } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/pulls';
  const one = `${base}/:number(\\d+)`;

  router.get(base, (request, response) => {
    const { full } = repositoryOf(github, request);
    const { head, base: target } = request.query;
    const headRef =
      typeof head === 'string' ? head.split(':').at(-1) : undefined;
    const pulls = state.issues
      .list()
      .filter(isPull)
      .filter(issue => issue.repository === full)
      .filter(issue => !headRef || issue.pull.headRef === headRef)
      .filter(issue => !target || issue.pull.baseRef === target);
    response.json(
      paginate(
        request,
        response,
        present.web,
        selectIssues(request, pulls),
      ).map(pull => presentPull(github, pull)),
    );
  });

  router.post(base, async (request, response) => {
    const repository = repositoryOf(github, request);
    const body = new Body(request, 'PullRequest');
    const headRef = body.requiredText('head').split(':').at(-1)!;
    const baseRef = body.requiredText('base');
    const title = body.requiredText('title');
    const headSha = await git.resolve(repository.full, `refs/heads/${headRef}`);
    if (!headSha) throw GithubError.invalid('PullRequest', 'head', 'invalid');
    const baseSha = await git.resolve(repository.full, `refs/heads/${baseRef}`);
    if (!baseSha) throw GithubError.invalid('PullRequest', 'base', 'invalid');
    const custom = (message: string) =>
      new GithubError(422, 'Validation Failed', [
        { resource: 'PullRequest', code: 'custom', message },
      ]);
    const open = state.issues.find(
      issue =>
        issue.repository === repository.full &&
        issue.state === 'open' &&
        issue.pull?.headRef === headRef &&
        issue.pull.baseRef === baseRef,
    );
    if (open)
      throw custom(
        `A pull request already exists for ${repository.owner}:${headRef}.`,
      );
    const ahead = await listCommits(git, repository.full, {
      range: `${baseSha}..${headSha}`,
      limit: 1,
    });
    if (!ahead.length)
      throw custom(`No commits between ${baseRef} and ${headRef}`);
    const opened = createPull(
      github,
      repository,
      { title, body: body.text('body'), user: callerOf(request) },
      {
        draft: body.flag('draft') ?? false,
        headRef,
        headSha,
        baseRef,
        baseSha,
        reviewers: [],
        teamReviewers: [],
        merged: false,
      },
    );
    const issue = await requestOwners(github, opened);
    github.kit.background(
      `runs for pull request ${issue.number} of ${issue.repository}`,
      () => runner.onPullRequest(issue, 'opened'),
    );
    response.status(201).json(await presentFullPull(github, issue));
  });

  router.get(one, async (request, response) => {
    const pull = pullOf(github, request);
    if (/\bdiff\b/.test(request.get('accept') ?? '')) {
      const diff = await git.git(pull.repository, [
        'diff-tree',
        '-r',
        '-M',
        '-p',
        await baseCommit(github, pull),
        pull.pull.headSha,
      ]);
      response.type('application/vnd.github.v3.diff').send(diff);
      return;
    }
    response.json(await presentFullPull(github, pull));
  });

  router.patch(one, async (request, response) => {
    const pull = pullOf(github, request);
    const body = new Body(request, 'PullRequest');
    const changed = patchedIssue(github, request, pull);
    if (pull.pull.merged && changed.state === 'open') {
      throw GithubError.invalid(
        'PullRequest',
        'state',
        'invalid',
        'A merged pull request cannot be reopened',
      );
    }
    const baseRef = body.text('base') ?? pull.pull.baseRef;
    const baseSha = await git.resolve(pull.repository, `refs/heads/${baseRef}`);
    if (!baseSha) throw GithubError.invalid('PullRequest', 'base', 'invalid');
    const saved = changeIssue(
      github,
      pull,
      {
        ...changed,
        stateReason: undefined,
        pull: { ...pull.pull, baseRef, baseSha },
      },
      callerOf(request),
    );
    response.json(await presentFullPull(github, saved));
  });

  router.get(`${one}/commits`, async (request, response) => {
    const pull = pullOf(github, request);
    const range = `${await baseCommit(github, pull)}..${pull.pull.headSha}`;
    const commits = (
      await listCommits(git, pull.repository, { range })
    ).reverse();
    response.json(
      paginate(request, response, present.web, commits).map(commit =>
        presentCommit(github, pull.repository, commit),
      ),
    );
  });

  router.get(`${one}/files`, async (request, response) => {
    const pull = pullOf(github, request);
    const { headSha } = pull.pull;
    const files = await diffTrees(
      git,
      pull.repository,
      await baseCommit(github, pull),
      headSha,
    );
    response.json(
      presentFiles(
        github,
        pull.repository,
        headSha,
        paginate(request, response, present.web, files),
      ),
    );
  });

  router.get(`${one}/merge`, (request, response) => {
    if (!pullOf(github, request).pull.merged) throw GithubError.notFound();
    response.status(204).end();
  });

  return router;
}
