import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import { html } from '../../../kit';
import { assertMay } from '../access';
import {
  formBody,
  formErrors,
  repositoryForms,
  type FormValues,
  type IssueForm,
} from '../forms';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { createIssue } from '../issues';
import { formField } from './formFields';
import { issuePath } from './issueRow';
import { layout, repositoryAt, row, table } from './layout';
import { actingPerson, alert, personField, readForm, viewerOf } from './viewer';

/** Where people open an issue: the choice of issue forms, and the forms. */
export function newIssuePages(github: Github) {
  const { state } = github;
  const router = Router();
  const path = '/:owner/:repo/issues/new';

  const chooser = async (request: Request) => {
    const { repository, full, crumbs } = repositoryAt(state, request);
    const forms = await repositoryForms(github, repository);
    const rows = forms.map(form =>
      row(
        html`<a href="/${full}/issues/new?template=${form.file}"
          >${form.name}</a
        >`,
        form.description,
      ),
    );
    const none = html`<p class="quiet">
      This repository has no issue forms: add one to
      <code>.github/ISSUE_TEMPLATE</code>, or open an issue by the API.
    </p>`;
    return layout('New issue', crumbs, table(rows, none));
  };

  router.get(`${path}/choose`, async (request, response) => {
    response.type('html').send(await chooser(request));
  });

  const formOf = async (request: Request) => {
    const { repository } = repositoryAt(state, request);
    const forms = await repositoryForms(github, repository);
    const form = forms.find(({ file }) => file === request.query.template);
    if (!form) throw GithubError.notFound();
    return form;
  };

  const show = (
    request: Request,
    form: IssueForm,
    title: string,
    values: FormValues,
    errors: Record<string, string> = {},
  ) => {
    const { full, crumbs } = repositoryAt(state, request);
    const wrong = Object.keys(errors).length;
    const content = html`<p class="quiet">${form.description}</p>
      ${alert(wrong ? `Not sent yet: ${wrong} to mend.` : undefined)}
      <form
        method="post"
        action="/${full}/issues/new?template=${form.file}"
        novalidate
      >
        <div class="field">
          ${personField(github, viewerOf(github, request))}
        </div>
        <div class="field">
          <label for="title">Title *</label>
          <input id="title" name="title" value="${title}" />
          ${errors.title && html`<p class="alert">${errors.title}</p>`}
        </div>
        ${form.elements.map(element =>
          formField(element, values, errors[element.id]),
        )}
        <button class="primary">Create</button>
      </form>`;
    return layout(form.name, crumbs, content);
  };

  // Query parameters fill fields by their id, as on GitHub.
  router.get(path, async (request, response) => {
    if (!request.query.template) {
      response.type('html').send(await chooser(request));
      return;
    }
    const form = await formOf(request);
    const title = String(request.query.title ?? form.title);
    response
      .type('html')
      .send(show(request, form, title, valuesOf(form, request.query)));
  });

  router.post(
    path,
    readForm(),
    async (request: Request, response: Response) => {
      const form = await formOf(request);
      const { repository } = repositoryAt(state, request);
      const values = valuesOf(form, request.body);
      const title = String(request.body.title ?? '').trim();
      const errors = {
        ...formErrors(form, values),
        ...(title ? {} : { title: 'This field is required' }),
      };
      if (Object.keys(errors).length) {
        response
          .status(422)
          .type('html')
          .send(show(request, form, title, values, errors));
        return;
      }
      const user = actingPerson(github, request, response);
      assertMay(state, repository, user, 'pull');
      const issue = createIssue(github, repository, {
        title,
        user,
        body: formBody(form, values),
        labelsOfForm: form.labels,
        assignees: form.assignees,
      });
      response.redirect(303, issuePath(issue));
    },
  );

  return router;
}

/** What query or body give for the elements of a form. */
function valuesOf(form: IssueForm, given: Record<string, unknown>): FormValues {
  return Object.fromEntries(
    form.elements
      .filter(({ id }) => given[id] !== undefined)
      .map(({ id }) => [id, [given[id]].flat().map(String)]),
  );
}
