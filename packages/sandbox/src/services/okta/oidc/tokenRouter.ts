import { createHash } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { activePerson } from './activePerson';
import type { AuthorizationServer } from './AuthorizationServer';
import { authenticateClient } from './authenticateClient';
import { claimsOf } from './claims';
import { createLogoutRouter } from './logoutRouter';
import { OAuthError } from './OAuthError';
import type { Oidc } from './Oidc';
import { onOAuthError } from './onOAuthError';

/** Token, userinfo, keys, introspection, revocation and logout of one authorization server, below `…/v1`. */
export function createTokenRouter(oidc: Oidc, server: AuthorizationServer) {
  const { client, users, groups, grants, keys, tokens } = oidc;
  const router = PromiseRouter();
  router.use(express.urlencoded({ extended: false }));

  /** The person of a grant, if they may still sign in. */
  const personOf = (userId: unknown) => activePerson(users, userId);

  const fromCode = (form: Record<string, string>) => {
    const { code = '', redirect_uri: redirectUri, code_verifier } = form;
    const grant = grants.redeemCode(code);
    const user = personOf(grant?.userId);
    if (!grant || !user || grant.server !== server.id) {
      throw OAuthError.invalidGrant(
        'The authorization code is invalid or has expired.',
      );
    }
    if (grant.redirectUri !== redirectUri) {
      throw OAuthError.invalidGrant(
        "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
      );
    }
    if (
      grant.codeChallenge &&
      challengeOf(code_verifier) !== grant.codeChallenge
    ) {
      throw OAuthError.invalidGrant('PKCE verification failed.');
    }
    const refreshToken = grant.scopes.includes('offline_access')
      ? grants.createRefreshToken(grant, grant.family)
      : undefined;
    return { user, grant, refreshToken };
  };

  const fromRefreshToken = (form: Record<string, string>) => {
    const invalid = OAuthError.invalidGrant(
      'The refresh token is invalid or expired.',
    );
    const rotated = grants.rotate(form.refresh_token ?? '');
    const user = personOf(rotated?.grant.userId);
    if (!rotated || !user || rotated.grant.server !== server.id) {
      throw invalid;
    }
    const { grant, next } = rotated;
    const scopes = form.scope?.split(/\s+/).filter(Boolean) ?? grant.scopes;
    if (scopes.some(scope => !grant.scopes.includes(scope))) {
      throw new OAuthError(
        'invalid_scope',
        'The refresh token was not granted one or more of the requested scopes.',
      );
    }
    return { user, grant: { ...grant, scopes }, refreshToken: next };
  };

  router.post('/token', async (request, response) => {
    response.set({ 'cache-control': 'no-store', pragma: 'no-cache' });
    authenticateClient(request, client);
    const form = request.body as Record<string, string>;
    const read = {
      authorization_code: fromCode,
      refresh_token: fromRefreshToken,
    }[form.grant_type];
    if (!read) {
      throw new OAuthError(
        'unsupported_grant_type',
        `The authorization grant type is not supported by the authorization server. Configured grant types: [authorization_code, refresh_token].`,
      );
    }
    const { user, grant, refreshToken } = read(form);
    response.locals.caller = user.profile.login;
    response.json({
      ...(await tokens.issue(server, user, grant)),
      ...(refreshToken && { refresh_token: refreshToken }),
    });
  });

  const userinfo = async (request: Request, response: Response) => {
    const token = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '');
    const claims = token && (await tokens.verifyAccessToken(server, token[1]));
    const user = personOf(claims?.uid);
    if (!claims || !user) throw OAuthError.invalidToken();
    response.locals.caller = user.profile.login;
    response.json({
      sub: user.id,
      ...claimsOf(user, groups.ofUser(user), claims.scp as string[]),
    });
  };
  router.get('/userinfo', userinfo);
  router.post('/userinfo', userinfo);

  router.get('/keys', async (_request, response) => {
    response.json(await keys.jwks());
  });

  router.post('/introspect', async (request, response) => {
    authenticateClient(request, client);
    const { token = '' } = request.body as Record<string, string>;
    const claims = await tokens.verifyAccessToken(server, token);
    const grant = grants.findRefreshToken(token);
    const user = personOf(claims?.uid ?? grant?.userId);
    if (claims && user) {
      const { scp, cid, ...rest } = claims;
      response.json({
        active: true,
        token_type: 'Bearer',
        scope: (scp as string[]).join(' '),
        client_id: cid,
        username: user.profile.login,
        ...rest,
      });
    } else if (grant && user) {
      response.json({
        active: true,
        scope: grant.scopes.join(' '),
        client_id: client.id,
        username: user.profile.login,
        uid: user.id,
      });
    } else {
      response.json({ active: false });
    }
  });

  router.post('/revoke', async (request, response) => {
    authenticateClient(request, client);
    const { token = '' } = request.body as Record<string, string>;
    grants.revoke(token);
    const claims = await tokens.verifyAccessToken(server, token);
    if (claims) tokens.revokeAccessToken(claims);
    response.status(200).end();
  });

  router.use(createLogoutRouter(oidc, server));

  router.use(
    onOAuthError((error, response) => {
      if (error.error === 'invalid_token') {
        response.set(
          'www-authenticate',
          `Bearer authorization_uri="${server.endpoints}/authorize", realm="${server.issuer}", scope="openid", error="invalid_token", error_description="${error.message}"`,
        );
      }
      response.status(error.status).json(error);
    }),
  );
  return router;
}

/** The S256 challenge of a verifier (RFC 7636, 4.2). */
function challengeOf(verifier = ''): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
