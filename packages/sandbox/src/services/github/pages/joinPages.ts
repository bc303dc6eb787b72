import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import { html } from '../../../kit';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { acceptInvitation, invitationOf } from '../memberships';
import { layout } from './layout';
import { actingPerson, alert, personField, readForm, viewerOf } from './viewer';

/** Where someone makes an account on GitHub, and accepts the invitation to the organisation. */
export function joinPages(github: Github) {
  const { state, organization } = github;
  const router = Router();

  const signUp = (refused?: string) =>
    layout(
      'Sign up',
      [],
      html`${alert(refused)}
        <p class="quiet">
          Makes a simulated account that is in no organization. Its token is
          <code>ghp_sandbox_</code> and the username.
        </p>
        <form method="post" action="/join">
          ${['login', 'name', 'email'].map(
            field =>
              html`<div class="field">
                <label for="${field}"
                  >${field === 'login' ? 'username' : field}</label
                >
                <input id="${field}" name="${field}" required />
              </div>`,
          )}
          <button class="primary">Create account</button>
        </form>`,
    );

  router.get('/join', (_request, response) => {
    response.type('html').send(signUp());
  });

  router.post('/join', readForm(), (request: Request, response: Response) => {
    const { login = '', name = '', email = '' } = request.body;
    const refuse = (why: string) =>
      response.status(422).type('html').send(signUp(why));
    if (!/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(login)) {
      refuse(
        'Username may only contain alphanumeric characters or single hyphens, and cannot begin or end with a hyphen.',
      );
      return;
    }
    if (state.account(login)) {
      refuse(`Username ${login} is not available.`);
      return;
    }
    state.accounts.put(String(login).toLowerCase(), {
      id: state.nextId(),
      login,
      type: 'User',
      name: String(name).trim() || undefined,
      email: String(email).trim() || undefined,
      createdAt: state.now(),
    });
    response.redirect(303, `/${login}`);
  });

  const path = '/orgs/:org/invitation';

  router.get(path, (request, response) => {
    const login = viewerOf(github, request);
    const account = login && state.account(login);
    const invited = account && invitationOf(github, account);
    const content = html`<p>
        ${!login && 'Choose as whom you accept.'}
        ${login &&
        (invited
          ? `${login} is invited to ${organization}.`
          : `${login} has no open invitation.`)}
      </p>
      <form method="post" action="/orgs/${organization}/invitation">
        <div class="row">
          ${personField(github, login)}<button class="primary">
            Join ${organization}
          </button>
        </div>
      </form>`;
    response
      .type('html')
      .send(layout('Invitation', [crumb(organization)], content));
  });

  router.post(path, readForm(), (request: Request, response: Response) => {
    const login = actingPerson(github, request, response);
    try {
      acceptInvitation(github, state.account(login)!);
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      const why = alert(`${login} has no open invitation.`);
      response
        .status(error.status)
        .type('html')
        .send(layout('Invitation', [crumb(organization)], why));
      return;
    }
    response.redirect(303, `/${organization}`);
  });

  return router;
}

function crumb(organization: string) {
  return { text: organization, href: `/${organization}` };
}
