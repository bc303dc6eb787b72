import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { changeIssue, labelNames } from '../issues';
import { paginate } from '../paginate';
import { labelOf, presentLabel } from '../present/issue';
import { Body, repositoryOf } from './body';
import { issueOf } from './issues';

/** https://docs.github.com/rest/issues/labels */
export function labelRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';
  const one = `${base}/issues/:number(\\d+)/labels`;

  router.get(one, (request, response) => {
    const { repository, labels } = issueOf(github, request);
    response.json(
      paginate(request, response, present.web, labels).map(name =>
        presentLabel(github, repository, name),
      ),
    );
  });

  const setLabels = (
    request: Request,
    change: (old: string[], given: string[]) => string[],
  ) => {
    const issue = issueOf(github, request);
    const given = Array.isArray(request.body)
      ? request.body
      : new Body(request, 'Label').list('labels') ?? [];
    const names = labelNames(github, issue.repository, given);
    const labels = [...new Set(change(issue.labels, names))];
    changeIssue(github, issue, { ...issue, labels }, callerOf(request));
    return labels.map(name => presentLabel(github, issue.repository, name));
  };

  router.post(one, (request, response) => {
    response.json(setLabels(request, (old, given) => [...old, ...given]));
  });

  router.put(one, (request, response) => {
    response.json(setLabels(request, (_old, given) => given));
  });

  router.delete(`${one}/:name`, (request, response) => {
    const isMeant = (label: string) =>
      label.toLowerCase() === request.params.name.toLowerCase();
    if (!issueOf(github, request).labels.some(isMeant)) {
      throw new GithubError(404, 'Label does not exist');
    }
    response.json(
      setLabels(request, old => old.filter(label => !isMeant(label))),
    );
  });

  router.delete(one, (request, response) => {
    setLabels(request, () => []);
    response.status(204).end();
  });

  router.get(`${base}/labels`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const labels = state.labels.filter(label => label.repository === full);
    response.json(
      paginate(request, response, present.web, labels).map(label =>
        presentLabel(github, full, label.name),
      ),
    );
  });

  const keyOf = (full: string, name: string) => `${full}:${name.toLowerCase()}`;

  router.post(`${base}/labels`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const body = new Body(request, 'Label');
    const name = body.requiredText('name');
    if (state.labels.get(keyOf(full, name)))
      throw GithubError.invalid('Label', 'name', 'already_exists');
    const label = labelOf(github, full, name);
    state.labels.put(keyOf(full, name), {
      ...label,
      color: body.text('color')?.replace('#', '') ?? label.color,
      description: body.text('description') ?? null,
    });
    response.status(201).json(presentLabel(github, full, name));
  });

  const find = (request: Request) => {
    const { full } = repositoryOf(github, request);
    const label = state.labels.get(keyOf(full, request.params.name));
    if (!label) throw GithubError.notFound();
    return label;
  };

  router.get(`${base}/labels/:name`, (request, response) => {
    const { repository, name } = find(request);
    response.json(presentLabel(github, repository, name));
  });

  router.patch(`${base}/labels/:name`, (request, response) => {
    const label = find(request);
    const body = new Body(request, 'Label');
    state.labels.put(keyOf(label.repository, label.name), {
      ...label,
      color: body.text('color')?.replace('#', '') ?? label.color,
      description: body.text('description') ?? label.description,
    });
    response.json(presentLabel(github, label.repository, label.name));
  });

  router.delete(`${base}/labels/:name`, (request, response) => {
    const { repository, name } = find(request);
    state.labels.delete(keyOf(repository, name));
    for (const issue of state.issues.filter(
      i => i.repository === repository && i.labels.includes(name),
    )) {
      const labels = issue.labels.filter(label => label !== name);
      changeIssue(github, issue, { ...issue, labels }, callerOf(request));
    }
    response.status(204).end();
  });

  return router;
}
