import type { Request } from 'express';
import Router from 'express-promise-router';
import { may, notAllowed } from '../access';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { issueKey } from '../GithubState';
import { changeIssue, createIssue, labelNames, selectIssues } from '../issues';
import type { Issue } from '../model';
import { paginate } from '../paginate';
import { presentIssue } from '../present/issue';
import { Body, repositoryOf } from './body';

/** The issue or pull request of a route with `:number`. */
export function issueOf(github: Github, request: Request): Issue {
  const { full } = repositoryOf(github, request);
  const found = github.state.issues.get(
    issueKey(full, Number(request.params.number)),
  );
  if (!found) throw GithubError.notFound();
  return found;
}

/**
 * What `PATCH` of an issue and of a pull request have in common. Authors may change title, body and state;
 * labels and assignees of who may not set them are dropped without a word.
 *
 * @throws GithubError 403 for others
 */
export function patchedIssue<T extends Issue>(
  github: Github,
  request: Request,
  issue: T,
): T {
  const { state } = github;
  const caller = callerOf(request);
  const maySet = may(state, repositoryOf(github, request), caller, 'triage');
  if (!maySet && caller !== issue.user) throw notAllowed();
  const body = new Body(request, 'Issue');
  const wanted = body.text('state') ?? issue.state;
  if (wanted !== 'open' && wanted !== 'closed') {
    throw GithubError.invalid('Issue', 'state', 'invalid');
  }
  const labels = maySet ? body.list('labels') : undefined;
  const assignees = maySet ? body.texts('assignees') : undefined;
  return {
    ...issue,
    title: body.text('title') ?? issue.title,
    body: body.has('body') ? body.text('body') ?? null : issue.body,
    labels: labels
      ? labelNames(github, issue.repository, labels)
      : issue.labels,
    assignees:
      assignees?.filter(login => state.account(login)) ?? issue.assignees,
    ...stateOf(github, issue, {
      state: wanted,
      stateReason: body.text('state_reason') as Issue['stateReason'],
      actor: caller,
    }),
  };
}

/** The fields that say whether an issue is open, who closed it and why. */
export function stateOf(
  { state }: Github,
  issue: Issue,
  wanted: Pick<Issue, 'state' | 'stateReason'> & { actor: string },
): Partial<Issue> {
  if (wanted.state === issue.state) return {};
  return wanted.state === 'closed'
    ? {
        state: 'closed',
        closedAt: state.now(),
        closedBy: wanted.actor,
        stateReason: wanted.stateReason ?? 'completed',
      }
    : {
        state: 'open',
        closedAt: undefined,
        closedBy: undefined,
        stateReason: 'reopened',
      };
}

/** https://docs.github.com/rest/issues/issues */
export function issueRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/issues';
  const one = `${base}/:number(\\d+)`;

  router.get(base, (request, response) => {
    const { full } = repositoryOf(github, request);
    const { labels, creator, assignee, since } = request.query;
    const names =
      typeof labels === 'string'
        ? labels.toLowerCase().split(',').filter(Boolean)
        : [];
    const issues = state.issues
      .filter(issue => issue.repository === full)
      .filter(issue => {
        const own = issue.labels.map(label => label.toLowerCase());
        return names.every(name => own.includes(name));
      })
      .filter(issue => !creator || issue.user === creator)
      .filter(issue => isAssigned(issue, assignee))
      .filter(issue => !since || issue.updatedAt >= String(since));
    response.json(
      paginate(
        request,
        response,
        present.web,
        selectIssues(request, issues),
      ).map(issue => presentIssue(github, issue)),
    );
  });

  router.post(base, (request, response) => {
    const body = new Body(request, 'Issue');
    const issue = createIssue(github, repositoryOf(github, request), {
      title: body.requiredText('title'),
      body: body.text('body'),
      user: callerOf(request),
      labels: body.list('labels'),
      assignees: body.texts('assignees'),
    });
    response
      .status(201)
      .location(
        `${present.repositoryApi(issue.repository)}/issues/${issue.number}`,
      )
      .json(presentIssue(github, issue));
  });

  router.get(one, (request, response) => {
    response.json(presentIssue(github, issueOf(github, request)));
  });

  /** Writes what became of the issue of a route, and gives its JSON. */
  const change = (request: Request, become: (issue: Issue) => Issue) => {
    const issue = issueOf(github, request);
    const caller = callerOf(request);
    return presentIssue(
      github,
      changeIssue(github, issue, become(issue), caller),
    );
  };
  const assigneesOf = (request: Request) =>
    new Body(request, 'Issue').texts('assignees') ?? [];

  router.patch(one, (request, response) => {
    response.json(
      change(request, issue => patchedIssue(github, request, issue)),
    );
  });

  router.put(`${one}/lock`, (request, response) => {
    const lockReason = new Body(request, 'Issue').text('lock_reason');
    change(request, issue => ({ ...issue, locked: true, lockReason }));
    response.status(204).end();
  });

  router.delete(`${one}/lock`, (request, response) => {
    change(request, issue => ({
      ...issue,
      locked: false,
      lockReason: undefined,
    }));
    response.status(204).end();
  });

  router.post(`${one}/assignees`, (request, response) => {
    const added = assigneesOf(request).flatMap(
      login => state.account(login)?.login ?? [],
    );
    response.status(201).json(
      change(request, issue => ({
        ...issue,
        assignees: [...new Set([...issue.assignees, ...added])],
      })),
    );
  });

  router.delete(`${one}/assignees`, (request, response) => {
    const gone = assigneesOf(request);
    response.json(
      change(request, issue => ({
        ...issue,
        assignees: issue.assignees.filter(login => !gone.includes(login)),
      })),
    );
  });

  return router;
}

/** `assignee` of a list: a login, `*` for anyone, `none` for no one. */
function isAssigned(issue: Issue, assignee: unknown): boolean {
  if (!assignee) return true;
  if (assignee === '*') return issue.assignees.length > 0;
  if (assignee === 'none') return issue.assignees.length === 0;
  return issue.assignees.includes(String(assignee));
}
