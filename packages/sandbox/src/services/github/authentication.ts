import type { Request, RequestHandler } from 'express';
import { GithubError } from './GithubError';
import type { GithubState } from './GithubState';

/** The portal's token. */
export const TOKEN = 'ghp_sandbox_portico';

/** Login of the account that the portal's token belongs to: an owner of the organisation. */
export const TOKEN_LOGIN = 'portico-bot';

/** Every person has a token too, so that tests act as them: this and the login, e.g. `ghp_sandbox_lena-fischer`. */
const PERSONAL = 'ghp_sandbox_';

/** The token of a request: `token X`, `Bearer X`, or the password of basic authentication as git sends it. */
export function tokenOf(request: Request): string | undefined {
  const header = request.get('authorization');
  if (!header) return undefined;
  const [scheme, value = ''] = header.split(/ +/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return '';
  const [user, password = ''] = Buffer.from(value, 'base64')
    .toString('utf8')
    .split(/:(.*)/s);
  // `https://<token>@host/…` and `x-oauth-basic` put the token into the name.
  return !password || password === 'x-oauth-basic' ? user : password;
}

/** Login of the account that a token belongs to; `undefined` for a token of no one. */
export function loginOfToken(
  state: GithubState,
  token: string,
): string | undefined {
  if (token === TOKEN) return TOKEN_LOGIN;
  if (!token.startsWith(PERSONAL)) return undefined;
  const account = state.account(token.slice(PERSONAL.length));
  return account?.type === 'User' && account.login !== TOKEN_LOGIN
    ? account.login
    : undefined;
}

/** Lets owners of tokens through and no one else, as GitHub Enterprise Server does in private mode. */
export function authenticate(state: GithubState): RequestHandler {
  return (request, response, next) => {
    const token = tokenOf(request);
    if (token === undefined) {
      throw new GithubError(401, 'Must authenticate to access this API.');
    }
    const login = loginOfToken(state, token);
    if (!login) throw new GithubError(401, 'Bad credentials');
    response.locals.caller = login;
    response.set(
      'x-oauth-scopes',
      'admin:org, admin:org_hook, delete_repo, repo, workflow',
    );
    next();
  };
}

/**
 * Login of who sent a request.
 *
 * @throws GithubError 401 if nobody is signed in
 */
export function callerOf(request: Request): string {
  const login = request.res?.locals.caller;
  if (!login) throw new GithubError(401, 'Requires authentication');
  return login;
}
