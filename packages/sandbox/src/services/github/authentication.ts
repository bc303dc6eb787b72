import type { Request, RequestHandler } from 'express';
import { GithubError } from './GithubError';

/** The one token that the sandbox accepts. */
export const TOKEN = 'ghp_sandbox_portico';

/** Login of the account that the token belongs to: an owner of the organisation. */
export const TOKEN_LOGIN = 'portico-bot';

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

/** Lets the token's owner through and no one else, as GitHub Enterprise Server does in private mode. */
export function authenticate(): RequestHandler {
  return (request, response, next) => {
    const token = tokenOf(request);
    if (token === undefined) {
      throw new GithubError(401, 'Must authenticate to access this API.');
    }
    if (token !== TOKEN) throw new GithubError(401, 'Bad credentials');
    response.locals.caller = TOKEN_LOGIN;
    response.set(
      'x-oauth-scopes',
      'admin:org, admin:org_hook, delete_repo, repo, workflow',
    );
    next();
  };
}
