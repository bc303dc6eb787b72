import PromiseRouter from 'express-promise-router';
import { refuseOtherSites, sendPage } from '../../../kit';
import type { IdentityCenter } from '../IdentityCenter';
import { identityCenterPage } from './identityCenterPage';

/** The page for people. Clients sign what they ask, and are let through. */
export function createPageRouter(center: IdentityCenter) {
  const router = PromiseRouter();
  router.get('/', (request, response, next) => {
    const isBrowser = request.get('accept')?.includes('text/html');
    if (request.get('authorization') || !isBrowser) {
      next();
      return;
    }
    refuseOtherSites(request, response, () =>
      sendPage(response, identityCenterPage(center)),
    );
  });
  return router;
}
