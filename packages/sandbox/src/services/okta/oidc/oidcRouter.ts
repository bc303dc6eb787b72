import PromiseRouter from 'express-promise-router';
import { authorizationServers, discoveryDocument } from './AuthorizationServer';
import type { Oidc } from './Oidc';
import { createSignInRouter } from './signInRouter';
import { createTokenRouter } from './tokenRouter';

/** OpenID Connect at the org server and at `default`. */
export function createOidcRouter(oidc: Oidc, baseUrl: string) {
  const router = PromiseRouter();
  const servers = Object.values(authorizationServers(baseUrl));
  for (const server of servers) {
    const { pathname } = new URL(server.issuer);
    for (const name of ['openid-configuration', 'oauth-authorization-server']) {
      const path = `${pathname.replace(/\/$/, '')}/.well-known/${name}`;
      router.get(path, (_request, response) => {
        response.json(discoveryDocument(server));
      });
    }
  }
  router.use(createSignInRouter(oidc, servers));
  for (const server of servers) {
    router.use(
      new URL(server.endpoints).pathname,
      createTokenRouter(oidc, server),
    );
  }
  return router;
}
