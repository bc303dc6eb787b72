import Router from 'express-promise-router';
import type { Request } from 'express';
import { TOKEN_LOGIN } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { paginate } from '../paginate';
import { labelOf, presentComment, presentLabel } from '../present/issue';
import { Body, repositoryOf } from './body';
import { issueOf, saveIssue } from './issues';

/** Comments and labels of issues and pull requests, and the labels of a repository. */
export function issuePartRoutes(github: Github) {
  const { state, present, webhooks } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';
  const one = `${base}/issues/:number(\\d+)`;

  router.get(`${one}/comments`, (request, response) => {
    const { repository, number } = issueOf(github, request);
    const comments = state.comments.filter(
      c => c.repository === repository && c.issue === number,
    );
    response.json(
      paginate(request, response, present.web, comments).map(c =>
        presentComment(github, c),
      ),
    );
  });

  router.post(`${one}/comments`, (request, response) => {
    const issue = issueOf(github, request);
    const now = state.now();
    const id = state.nextId();
    const comment = state.comments.put(String(id), {
      id,
      repository: issue.repository,
      issue: issue.number,
      user: TOKEN_LOGIN,
      body: new Body(request, 'IssueComment').requiredText('body'),
      createdAt: now,
      updatedAt: now,
    });
    webhooks.emitComment('created', issue, comment);
    response.status(201).json(presentComment(github, comment));
  });

  const commentOf = (request: Request) => {
    const { full } = repositoryOf(github, request);
    const comment = state.comments.get(request.params.id);
    if (comment?.repository !== full) throw GithubError.notFound();
    return comment;
  };

  router.get(`${base}/issues/comments/:id(\\d+)`, (request, response) => {
    response.json(presentComment(github, commentOf(request)));
  });

  router.patch(`${base}/issues/comments/:id(\\d+)`, (request, response) => {
    const comment = commentOf(request);
    const body = new Body(request, 'IssueComment').requiredText('body');
    const changed = state.comments.put(String(comment.id), {
      ...comment,
      body,
      updatedAt: state.now(),
    });
    response.json(presentComment(github, changed));
  });

  router.delete(`${base}/issues/comments/:id(\\d+)`, (request, response) => {
    state.comments.delete(String(commentOf(request).id));
    response.status(204).end();
  });

  router.get(`${one}/labels`, (request, response) => {
    const { repository, labels } = issueOf(github, request);
    response.json(labels.map(name => presentLabel(github, repository, name)));
  });

  const setLabels = (
    request: Request,
    change: (old: string[], given: string[]) => string[],
  ) => {
    const issue = issueOf(github, request);
    const given = Array.isArray(request.body)
      ? request.body.map(String)
      : new Body(request, 'Label').texts('labels') ?? [];
    const labels = change(issue.labels, given);
    saveIssue(github, { ...issue, labels }, 'labeled');
    return labels.map(name => presentLabel(github, issue.repository, name));
  };

  router.post(`${one}/labels`, (request, response) => {
    response.json(
      setLabels(request, (old, given) => [...new Set([...old, ...given])]),
    );
  });

  router.put(`${one}/labels`, (request, response) => {
    response.json(setLabels(request, (_old, given) => [...new Set(given)]));
  });

  router.delete(
    [`${one}/labels/:name`, `${one}/labels`],
    (request, response) => {
      const { name } = request.params;
      if (name && !issueOf(github, request).labels.includes(name)) {
        throw new GithubError(404, 'Label does not exist');
      }
      const labels = setLabels(request, old =>
        name ? old.filter(label => label !== name) : [],
      );
      if (name) response.json(labels);
      else response.status(204).end();
    },
  );

  router.get(`${base}/labels`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const labels = state.labels.filter(label => label.repository === full);
    response.json(
      paginate(request, response, present.web, labels).map(label =>
        presentLabel(github, full, label.name),
      ),
    );
  });

  router.post(`${base}/labels`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const body = new Body(request, 'Label');
    const name = body.requiredText('name');
    const key = `${full}:${name.toLowerCase()}`;
    if (state.labels.get(key))
      throw GithubError.invalid('Label', 'name', 'already_exists');
    const label = labelOf(github, full, name);
    state.labels.put(key, {
      ...label,
      color: body.text('color')?.replace('#', '') ?? label.color,
      description: body.text('description') ?? null,
    });
    response.status(201).json(presentLabel(github, full, name));
  });

  return router;
}
