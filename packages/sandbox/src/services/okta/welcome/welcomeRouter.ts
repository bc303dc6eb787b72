import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { sendPage } from '../../../kit';
import type { World } from '../../../world';
import type { Accounts } from '../Accounts';
import type { LinkPurpose } from '../directory';
import { isForeign } from '../oidc';
import { OktaError } from '../OktaError';
import { donePage, setUpPage, usedLinkPage } from './welcomePage';

/** Where the links in Okta's mails lead: people set up their account, or choose a new password. */
export function createWelcomeRouter(accounts: Accounts, world: World) {
  const router = PromiseRouter();
  const path = '/:purpose(welcome|reset_password)/:token';
  const holderOf = ({ params }: Request) =>
    accounts.holderOf(params.token, params.purpose as LinkPurpose);

  router.get(path, (request, response) => {
    const user = holderOf(request);
    if (!user) response.status(404);
    sendPage(
      response,
      user ? setUpPage(user, world.organization) : usedLinkPage(),
    );
  });

  router.post(path, (request, response) => {
    if (isForeign(request)) throw OktaError.forbidden();
    const user = holderOf(request);
    if (!user) {
      response.status(404);
      sendPage(response, usedLinkPage());
      return;
    }
    response.locals.caller = user.profile.login;
    sendPage(response, donePage(accounts.complete(user)));
  });

  return router;
}
