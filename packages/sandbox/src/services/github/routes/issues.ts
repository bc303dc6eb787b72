import type { Request } from 'express';
import Router from 'express-promise-router';
import { TOKEN_LOGIN } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { issueKey } from '../GithubState';
import type { Issue } from '../model';
import { paginate } from '../paginate';
import { presentIssue } from '../present/issue';
import { assertWritable, Body, repositoryOf } from './body';

/** The issue or pull request of a route with `:number`. */
export function issueOf(github: Github, request: Request): Issue {
  const { full } = repositoryOf(github, request);
  const found = github.state.issues.get(
    issueKey(full, Number(request.params.number)),
  );
  if (!found) throw GithubError.notFound();
  return found;
}

/** Writes an issue with the time of the change, and tells the webhooks. */
export function saveIssue(
  github: Github,
  issue: Issue,
  action?: string,
): Issue {
  const { state, webhooks } = github;
  const saved = state.issues.put(issueKey(issue.repository, issue.number), {
    ...issue,
    updatedAt: state.now(),
  });
  if (action) webhooks.emitIssue(action, saved);
  return saved;
}

/** What `PATCH` of an issue and of a pull request have in common. */
export function changedIssue(github: Github, issue: Issue, body: Body): Issue {
  const wanted = body.text('state') ?? issue.state;
  if (wanted !== 'open' && wanted !== 'closed') {
    throw GithubError.invalid('Issue', 'state', 'invalid');
  }
  const closes = wanted === 'closed' && issue.state === 'open';
  const reopens = wanted === 'open' && issue.state === 'closed';
  const reason = body.text('state_reason') as Issue['stateReason'];
  return {
    ...issue,
    title: body.text('title') ?? issue.title,
    body: body.has('body') ? body.text('body') ?? null : issue.body,
    labels: body.texts('labels') ?? issue.labels,
    assignees: body.texts('assignees') ?? issue.assignees,
    state: wanted,
    ...(closes
      ? {
          closedAt: github.state.now(),
          closedBy: TOKEN_LOGIN,
          stateReason: reason ?? 'completed',
        }
      : {}),
    ...(reopens
      ? {
          closedAt: undefined,
          closedBy: undefined,
          stateReason: 'reopened' as const,
        }
      : {}),
  };
}

/** https://docs.github.com/rest/issues/issues */
export function issueRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/issues';

  router.get(base, (request, response) => {
    const { full } = repositoryOf(github, request);
    const {
      state: wanted = 'open',
      labels,
      creator,
      assignee,
      since,
    } = request.query;
    const names =
      typeof labels === 'string' ? labels.split(',').filter(Boolean) : [];
    const issues = state.issues
      .filter(issue => issue.repository === full)
      .filter(issue => wanted === 'all' || issue.state === wanted)
      .filter(issue => names.every(name => issue.labels.includes(name)))
      .filter(issue => !creator || issue.user === creator)
      .filter(
        issue =>
          !assignee ||
          assignee === '*' ||
          issue.assignees.includes(String(assignee)),
      )
      .filter(issue => !since || issue.updatedAt >= String(since))
      .reverse();
    response.json(
      paginate(request, response, present.web, issues).map(issue =>
        presentIssue(github, issue),
      ),
    );
  });

  router.post(base, (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    if (!repository.settings.has_issues)
      throw new GithubError(410, 'Issues are disabled for this repo');
    const body = new Body(request, 'Issue');
    const now = state.now();
    const issue = saveIssue(
      github,
      {
        id: state.nextId(),
        repository: repository.full,
        number: state.nextNumber(`issues/${repository.id}`),
        title: body.requiredText('title'),
        body: body.text('body') ?? null,
        state: 'open',
        user: TOKEN_LOGIN,
        labels: body.texts('labels') ?? [],
        assignees: (body.texts('assignees') ?? []).filter(login =>
          state.account(login),
        ),
        locked: false,
        createdAt: now,
        updatedAt: now,
      },
      'opened',
    );
    response.status(201).json(presentIssue(github, issue));
  });

  router.get(`${base}/:number(\\d+)`, (request, response) => {
    response.json(presentIssue(github, issueOf(github, request)));
  });

  router.patch(`${base}/:number(\\d+)`, (request, response) => {
    const issue = issueOf(github, request);
    const changed = changedIssue(github, issue, new Body(request, 'Issue'));
    let action = 'edited';
    if (changed.state !== issue.state)
      action = changed.state === 'closed' ? 'closed' : 'reopened';
    response.json(presentIssue(github, saveIssue(github, changed, action)));
  });

  router.put(`${base}/:number(\\d+)/lock`, (request, response) => {
    const issue = issueOf(github, request);
    const lockReason = new Body(request, 'Issue').text('lock_reason');
    saveIssue(github, { ...issue, locked: true, lockReason }, 'locked');
    response.status(204).end();
  });

  router.delete(`${base}/:number(\\d+)/lock`, (request, response) => {
    saveIssue(
      github,
      { ...issueOf(github, request), locked: false, lockReason: undefined },
      'unlocked',
    );
    response.status(204).end();
  });

  router.post(`${base}/:number(\\d+)/assignees`, (request, response) => {
    const issue = issueOf(github, request);
    const added = (new Body(request, 'Issue').texts('assignees') ?? []).filter(
      login => state.account(login),
    );
    const assignees = [...new Set([...issue.assignees, ...added])];
    response
      .status(201)
      .json(
        presentIssue(
          github,
          saveIssue(github, { ...issue, assignees }, 'assigned'),
        ),
      );
  });

  router.delete(`${base}/:number(\\d+)/assignees`, (request, response) => {
    const issue = issueOf(github, request);
    const gone = new Body(request, 'Issue').texts('assignees') ?? [];
    const assignees = issue.assignees.filter(login => !gone.includes(login));
    response.json(
      presentIssue(
        github,
        saveIssue(github, { ...issue, assignees }, 'unassigned'),
      ),
    );
  });

  return router;
}
