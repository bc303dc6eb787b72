import type { Request, RequestHandler, Response } from 'express';
import Router from 'express-promise-router';
import { html } from '../../../kit';
import { assertMay, may, notAllowed } from '../access';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { issueKey } from '../GithubState';
import { addComment, changeIssue, labelNames } from '../issues';
import type { Issue, Repository } from '../model';
import { isPull } from '../present/pull';
import { mergePull, reviewPull, type MergeMethod } from '../pulls';
import { assertWritable } from '../routes/body';
import { stateOf } from '../routes/issues';
import { conversation, issueForms } from './conversation';
import { issuePath, issueRow } from './issueRow';
import { layout, repositoryAt, table, time } from './layout';
import { pullFiles, pullForms, pullStatus } from './pullParts';
import { actingPerson, alert, readForm, viewerOf } from './viewer';

/** Issues and pull requests, and what people do with them. */
export function issuePages(github: Github) {
  const { state } = github;
  const router = Router();
  const one = '/:owner/:repo/:kind(pull|issues)/:number(\\d+)';

  const find = (request: Request) => {
    const found = repositoryAt(state, request);
    const number = Number(request.params.number);
    const issue = state.issues.get(issueKey(found.full, number));
    if (!issue) throw GithubError.notFound();
    return { ...found, issue };
  };

  const show = async (
    request: Request,
    response: Response,
    refused?: string,
  ) => {
    const { repository, crumbs, issue } = find(request);
    const viewer = viewerOf(github, request);
    const content = html`${alert(refused)}
      <p class="quiet">
        #${issue.number} · ${issue.pull?.merged ? 'merged' : issue.state}
        ${issue.stateReason === 'not_planned' && '(not planned)'} ·
        ${issue.user} · ${time(issue.createdAt)}
        ${issue.pull &&
        html`· <code>${issue.pull.headRef}</code> into
          <code>${issue.pull.baseRef}</code>`}
      </p>
      <p>
        ${issue.labels.map(label => html`<span class="note">${label}</span> `)}
      </p>
      <pre>${issue.body || 'No description.'}</pre>
      ${conversation(github, issue)} ${await pullStatus(github, issue)}
      ${pullForms(github, issue, viewer)}
      ${issueForms(github, repository, issue, viewer)}
      ${await pullFiles(github, issue)}`;
    response.type('html').send(layout(issue.title, crumbs, content));
  };

  router.get(one, (request, response) => show(request, response));

  router.get('/:owner/:repo/:kind(pulls|issues)', (request, response) => {
    const { full, crumbs } = repositoryAt(state, request);
    const wantsPulls = request.params.kind === 'pulls';
    const issues = state.issues
      .filter(i => i.repository === full && Boolean(i.pull) === wantsPulls)
      .reverse();
    const content = html`${!wantsPulls &&
    html`<p><a href="/${full}/issues/new/choose">New issue</a></p>`}
    ${table(issues.map(issueRow))}`;
    response
      .type('html')
      .send(layout(wantsPulls ? 'Pull requests' : 'Issues', crumbs, content));
  });

  /** Does what a form asks as the person chosen in it, and shows the page again; with why if it was refused. */
  const act =
    (
      work: (
        found: { repository: Repository; issue: Issue },
        actor: string,
        form: Record<string, unknown>,
      ) => unknown,
    ): RequestHandler =>
    async (request, response) => {
      const { repository, issue } = find(request);
      try {
        const actor = actingPerson(github, request, response);
        assertWritable(repository);
        assertMay(state, repository, actor, 'pull');
        await work({ repository, issue }, actor, request.body);
      } catch (error) {
        if (!(error instanceof GithubError)) throw error;
        await show(request, response.status(error.status), error.message);
        return;
      }
      response.redirect(303, issuePath(issue));
    };

  router.post(
    `${one}/comments`,
    readForm(),
    act(({ issue }, user, form) => {
      const body = String(form.body ?? '').trim();
      if (!body)
        throw GithubError.invalid('IssueComment', 'body', 'missing_field');
      addComment(github, issue, { user, body });
    }),
  );

  router.post(
    `${one}/labels`,
    readForm(),
    act(({ repository, issue }, actor, form) => {
      assertMay(state, repository, actor, 'triage');
      const given = [form.labels ?? []].flat();
      const labels = labelNames(github, issue.repository, given);
      changeIssue(github, issue, { ...issue, labels }, actor);
    }),
  );

  router.post(
    `${one}/state`,
    readForm(),
    act(({ repository, issue }, actor, form) => {
      if (actor !== issue.user && !may(state, repository, actor, 'triage'))
        throw notAllowed();
      const wanted = stateOf(github, issue, {
        state: form.state === 'closed' ? 'closed' : 'open',
        stateReason:
          form.reason === 'not_planned' ? 'not_planned' : 'completed',
        actor,
      });
      changeIssue(github, issue, { ...issue, ...wanted }, actor);
    }),
  );

  router.post(
    `${one}/reviews`,
    readForm(),
    act(async ({ issue }, user, form) => {
      if (!isPull(issue)) throw GithubError.notFound();
      await reviewPull(github, issue, {
        user,
        event: String(form.event),
        body: String(form.body ?? '').trim(),
      });
    }),
  );

  router.post(
    `${one}/merge`,
    readForm(),
    act(async ({ repository, issue }, actor, form) => {
      if (!isPull(issue)) throw GithubError.notFound();
      assertMay(state, repository, actor, 'push');
      const method = String(form.method ?? 'squash') as MergeMethod;
      await mergePull(github, issue, { method, actor });
    }),
  );

  return router;
}
