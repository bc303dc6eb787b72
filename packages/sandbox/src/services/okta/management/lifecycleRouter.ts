import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { logContext } from './authenticate';
import type { OktaApi } from './OktaApi';
import { userJson } from './toJson';

/** `/api/v1/users/:user/lifecycle`; https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserLifecycle/ */
export function createLifecycleRouter(api: OktaApi) {
  const { users, accounts, baseUrl } = api;
  const router = PromiseRouter({ mergeParams: true });
  const userOf = (request: Request) => users.get(request.params.user);
  const sendEmail = (request: Request, fallback: boolean) =>
    String(request.query.sendEmail ?? fallback) === 'true';

  for (const [step, mails] of [
    ['activate', true],
    ['reactivate', false],
  ] as const) {
    router.post(`/${step}`, (request, response) => {
      const link = accounts.begin(logContext(request), userOf(request), {
        step,
        sendEmail: sendEmail(request, mails),
      });
      response.json(
        link ? { activationUrl: link.url, activationToken: link.token } : {},
      );
    });
  }

  router.post('/reset_password', (request, response) => {
    const user = userOf(request);
    const link = accounts.begin(logContext(request), user, {
      step: 'resetPassword',
      sendEmail: sendEmail(request, true),
    });
    accounts.clearSessions(logContext(request), user, {
      tokens: request.query.revokeSessions === 'true',
    });
    response.json(link ? { resetPasswordUrl: link.url } : {});
  });

  router.post('/deactivate', (request, response) => {
    accounts.deactivate(logContext(request), userOf(request));
    response.json({});
  });

  router.post('/suspend', (request, response) => {
    accounts.suspend(logContext(request), userOf(request));
    response.json({});
  });

  for (const step of ['unsuspend', 'unlock'] as const) {
    router.post(`/${step}`, (request, response) => {
      users.move(logContext(request), userOf(request), step);
      response.json({});
    });
  }

  router.post('/expire_password', (request, response) => {
    const context = logContext(request);
    const user = users.move(context, userOf(request), 'expirePassword');
    response.json(userJson(user, baseUrl));
  });

  return router;
}
