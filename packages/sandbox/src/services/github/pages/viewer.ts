import express, { type Request, type Response } from 'express';
import { html, type Html } from '../../../kit';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';

const COOKIE = 'github_sandbox_user';

/** Reads what a page's form sent, from this site alone. */
export function readForm(): express.RequestHandler[] {
  return [
    (request, _response, next) => {
      const origin = request.get('origin');
      const isForeign =
        origin !== undefined && origin !== `http://${request.get('host')}`;
      if (isForeign && request.method === 'POST') {
        throw new GithubError(403, `Refused: the form was sent by ${origin}.`);
      }
      next();
    },
    express.urlencoded({ extended: false }),
  ];
}

/** Login of the person as whom a page is used; there is no password, pages say that it is simulated. */
export function viewerOf(
  { state }: Github,
  request: Request,
): string | undefined {
  const cookie = (request.get('cookie') ?? '')
    .split(/;\s*/)
    .find(pair => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  const { as } = { ...request.query, ...request.body };
  const account = state.account(String(as ?? cookie ?? ''));
  return account?.type === 'User' ? account.login : undefined;
}

/**
 * The person as whom a form was sent, remembered for the next page.
 *
 * @throws GithubError 401 if none is chosen
 */
export function actingPerson(
  github: Github,
  request: Request,
  response: Response,
): string {
  const login = viewerOf(github, request);
  if (!login) throw new GithubError(401, 'Choose as whom you act.');
  response.locals.caller = login;
  response.cookie(COOKIE, login, { httpOnly: true, sameSite: 'lax' });
  return login;
}

/** The field in which a person says who they are. */
export function personField(github: Github, current?: string): Html {
  const people = github.state.accounts
    .filter(account => account.type === 'User')
    .sort((a, b) => a.login.localeCompare(b.login));
  return html`<label class="choice"
    >As
    <select name="as" required aria-label="Act as (simulated sign-in)">
      <option value="">choose a person…</option>
      ${people.map(
        ({ login, name }) =>
          html`<option value="${login}" ${login === current && 'selected'}>
            ${login}${name && ` (${name})`}
          </option>`,
      )}
    </select>
    <span class="quiet">simulated sign-in, no password</span></label
  >`;
}

/** What went wrong, at the top of a page. */
export function alert(message: string | undefined): Html {
  return message ? html`<p role="alert" class="alert">${message}</p>` : html``;
}
