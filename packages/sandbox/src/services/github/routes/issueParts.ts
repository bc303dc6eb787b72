import Router from 'express-promise-router';
import type { Request } from 'express';
import { may, notAllowed } from '../access';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { issueKey } from '../GithubState';
import { addComment } from '../issues';
import { paginate } from '../paginate';
import { presentComment } from '../present/issue';
import { Body, repositoryOf } from './body';
import { issueOf } from './issues';

/** Comments of issues and pull requests: https://docs.github.com/rest/issues/comments */
export function issuePartRoutes(github: Github) {
  const { state, present, webhooks } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/issues';
  const ofIssue = `${base}/:number(\\d+)/comments`;
  const one = `${base}/comments/:id(\\d+)`;

  router.get(ofIssue, (request, response) => {
    const { repository, number } = issueOf(github, request);
    const since = String(request.query.since ?? '');
    const comments = state.comments.filter(
      c =>
        c.repository === repository &&
        c.issue === number &&
        c.updatedAt >= since,
    );
    response.json(
      paginate(request, response, present.web, comments).map(c =>
        presentComment(github, c),
      ),
    );
  });

  router.post(ofIssue, (request, response) => {
    const comment = addComment(github, issueOf(github, request), {
      user: callerOf(request),
      body: new Body(request, 'IssueComment').requiredText('body'),
    });
    response.status(201).json(presentComment(github, comment));
  });

  const commentOf = (request: Request) => {
    const { full } = repositoryOf(github, request);
    const comment = state.comments.get(request.params.id);
    if (comment?.repository !== full) throw GithubError.notFound();
    return comment;
  };
  /** Authors may change what they wrote, and who may write to the repository what others did. */
  const changeable = (request: Request) => {
    const comment = commentOf(request);
    const caller = callerOf(request);
    const repository = repositoryOf(github, request);
    if (caller !== comment.user && !may(state, repository, caller, 'push'))
      throw notAllowed();
    const issue = state.issues.get(issueKey(comment.repository, comment.issue));
    if (!issue) throw GithubError.notFound();
    return { caller, comment, issue };
  };

  router.get(one, (request, response) => {
    response.json(presentComment(github, commentOf(request)));
  });

  router.patch(one, (request, response) => {
    const { caller, comment, issue } = changeable(request);
    const body = new Body(request, 'IssueComment').requiredText('body');
    const changed = state.comments.put(String(comment.id), {
      ...comment,
      body,
      updatedAt: state.now(),
    });
    webhooks.emitComment('edited', issue, changed, caller, {
      changes: { body: { from: comment.body } },
    });
    response.json(presentComment(github, changed));
  });

  router.delete(one, (request, response) => {
    const { caller, comment, issue } = changeable(request);
    state.comments.delete(String(comment.id));
    webhooks.emitComment('deleted', issue, comment, caller);
    response.status(204).end();
  });

  return router;
}
