import type { Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { decodeJwt } from 'jose';
import type { AuthorizationServer } from './AuthorizationServer';
import { OAuthError } from './OAuthError';
import { allowsRedirect } from './OidcClient';
import type { Oidc } from './Oidc';

/** Sign-out that an application begins (OpenID Connect RP-Initiated Logout 1.0). */
export function createLogoutRouter(oidc: Oidc, server: AuthorizationServer) {
  const { client, sessions } = oidc;
  const router = PromiseRouter();

  const logout = (request: Request, response: Response) => {
    const parameters = {
      ...(request.query as Record<string, string>),
      ...(request.body as Record<string, string> | undefined),
    };
    const {
      id_token_hint: hint,
      post_logout_redirect_uri: uri,
      state,
    } = parameters;
    if (hint !== undefined && issuerOf(hint) !== server.issuer) {
      throw new OAuthError(
        'invalid_token',
        "The 'id_token_hint' is not a token of this server.",
      );
    }
    if (uri !== undefined && !allowsRedirect(client, uri)) {
      throw new OAuthError(
        'invalid_request',
        `The 'post_logout_redirect_uri' parameter must be a Logout redirect URI in the client app settings: '${uri}' is not.`,
      );
    }
    sessions.end(request, response);
    const target = new URL(uri ?? `${server.endpoints}/`);
    if (uri === undefined) target.pathname = '/';
    if (state !== undefined) target.searchParams.set('state', state);
    response.redirect(target.href);
  };
  router.get('/logout', logout);
  router.post('/logout', logout);
  return router;
}

/** Expired tokens are as good here as fresh ones. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
