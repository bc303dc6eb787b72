import express, { type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { sendPage } from '../../../kit';
import { userParty, type OktaUser } from '../directory';
import { activePerson } from './activePerson';
import type { AuthorizationServer } from './AuthorizationServer';
import { OAuthError } from './OAuthError';
import { onOAuthError } from './onOAuthError';
import { isForeign } from './isForeign';
import type { Oidc } from './Oidc';
import {
  parseAuthorizeRequest,
  RedirectableError,
  type AuthorizeRequest,
} from './parseAuthorizeRequest';
import { accountPage, errorPage, refusal, signInPage } from './signInPage';

/** The pages on which people sign in and out, and the authorization endpoints that lead there. */
export function createSignInRouter(oidc: Oidc, servers: AuthorizationServer[]) {
  const { client, users, groups, log, sessions, grants } = oidc;
  const router = PromiseRouter();
  router.use(express.urlencoded({ extended: false }));

  const signedIn = (request: Request) => {
    const session = sessions.find(request);
    const user = activePerson(users, session?.userId);
    return session && user ? { session, user } : undefined;
  };

  const showChoices = (
    request: Request,
    response: Response,
    options: {
      next: string;
      loginHint?: string;
      error?: string;
      setUpUrl?: string;
    },
  ) => {
    const choices = oidc.signInLogins.flatMap(login => {
      const user = users.find(login);
      return user ? [{ user, groups: groups.ofUser(user) }] : [];
    });
    const current = signedIn(request)?.user;
    if (current && !choices.some(({ user }) => user.id === current.id)) {
      choices.unshift({ user: current, groups: groups.ofUser(current) });
    }
    if (options.error) response.status(401);
    sendPage(
      response,
      signInPage({
        applicationName: client.name,
        choices,
        current,
        ...options,
      }),
    );
  };

  /** Where someone who has not set up the account does it: sandbox mails are easily overlooked. */
  const setUpUrl = (user: OktaUser) => {
    if (user.status === 'PROVISIONED')
      return oidc.accounts.link(user, 'welcome').url;
    return user.status === 'RECOVERY'
      ? oidc.accounts.link(user, 'reset_password').url
      : undefined;
  };

  const sendCode = (
    response: Response,
    server: AuthorizationServer,
    wanted: AuthorizeRequest,
    who: { user: OktaUser; signedInAt: number },
  ) => {
    const { redirectUri, state, scopes, nonce, codeChallenge } = wanted;
    const code = grants.createCode(
      {
        userId: who.user.id,
        server: server.id,
        scopes,
        nonce,
        authTime: Math.floor(who.signedInAt / 1000),
      },
      { redirectUri, codeChallenge },
    );
    const url = new URL(redirectUri);
    url.searchParams.set('code', code);
    url.searchParams.set('state', state);
    response.locals.caller = who.user.profile.login;
    response.redirect(url.href);
  };

  for (const server of servers) {
    const path = new URL(`${server.endpoints}/authorize`).pathname;
    const authorize = (
      request: Request,
      response: Response,
      parameters: URLSearchParams,
    ) => {
      const wanted = parseAuthorizeRequest(parameters, client);
      const { prompt, loginHint } = wanted;
      const who = signedIn(request);
      const isMeant =
        loginHint === undefined ||
        users.findForSignIn(loginHint)?.id === who?.user.id;
      if (who && isMeant && (prompt === undefined || prompt === 'none')) {
        const { user, session } = who;
        const { signedInAt } = session;
        sendCode(response, server, wanted, { user, signedInAt });
        return;
      }
      if (prompt === 'none') {
        throw new RedirectableError(
          'login_required',
          'The client specified not to prompt, but the user is not logged in.',
          wanted,
        );
      }
      const next = `${path}?${parameters}`;
      showChoices(request, response, { next, loginHint });
    };
    router.get(path, (request, response) => {
      authorize(request, response, searchParams(request.originalUrl));
    });
    router.post(path, (request, response) => {
      authorize(request, response, new URLSearchParams(request.body));
    });
  }

  router.post('/signin', (request, response) => {
    assertOwnPage(request);
    const { login = '', next = '' } = request.body as Record<string, string>;
    const server = servers.find(({ endpoints }) =>
      String(next).startsWith(`${new URL(endpoints).pathname}/authorize?`),
    );
    if (!server) {
      throw new OAuthError('invalid_request', 'Sign in from an application.');
    }
    const wanted = parseAuthorizeRequest(searchParams(next), client);
    const user = users.findForSignIn(String(login));
    const refused = refusal(user);
    if (!user || refused) {
      log.write(
        { actor: user ? userParty(user) : unknownActor(String(login)) },
        'user.session.start',
        'User login to Okta',
        [],
        user ? user.status : 'VERIFICATION_ERROR',
      );
      showChoices(request, response, {
        next,
        loginHint: String(login),
        error: refused,
        setUpUrl: user && setUpUrl(user),
      });
      return;
    }
    const current = users.signedIn(user);
    const { signedInAt } = sessions.start(request, response, user.id);
    log.write(
      { actor: userParty(user), userAgent: request.get('user-agent') },
      'user.session.start',
      'User login to Okta',
      [],
    );
    sendCode(response, server, wanted, { user: current, signedInAt });
  });

  router.get('/', (request, response) => {
    sendPage(response, accountPage(signedIn(request)?.user));
  });
  router.post('/signout', (request, response) => {
    assertOwnPage(request);
    sessions.end(request, response);
    response.redirect(303, '/');
  });

  router.use(
    (
      error: Error,
      _request: Request,
      response: Response,
      next: express.NextFunction,
    ) => {
      if (error instanceof RedirectableError) response.redirect(error.location);
      else next(error);
    },
    onOAuthError((error, response) => {
      response.status(error.status);
      sendPage(response, errorPage('400 Bad Request', error.message));
    }),
  );
  return router;
}

function searchParams(url: string): URLSearchParams {
  return new URL(url, 'http://localhost').searchParams;
}

function unknownActor(login: string) {
  return {
    id: 'unknown',
    type: 'User' as const,
    alternateId: login.slice(0, 100),
    displayName: 'unknown',
  };
}

/** Pages of other sites may not sign a browser in or out. */
function assertOwnPage(request: Request) {
  if (!isForeign(request)) return;
  const origin = request.get('origin');
  throw new OAuthError('access_denied', `Refused: sent by ${origin}.`, 403);
}
