import Router from 'express-promise-router';
import { GHES_VERSION } from '../apiHeaders';
import type { Github } from '../Github';

/** What the API says of itself. */
export function metaRoutes({ present }: Github) {
  const router = Router();

  router.get('/', (_request, response) => {
    response.json({
      current_user_url: `${present.api}/user`,
      organization_url: `${present.api}/orgs/{org}`,
      repository_url: `${present.api}/repos/{owner}/{repo}`,
      user_url: `${present.api}/users/{user}`,
    });
  });

  router.get('/meta', (_request, response) => {
    response.json({
      verifiable_password_authentication: true,
      installed_version: GHES_VERSION,
    });
  });

  router.get('/versions', (_request, response) => {
    response.json(['2022-11-28']);
  });

  router.get('/rate_limit', (_request, response) => {
    // As an Enterprise Server whose administrator has switched rate limits off.
    response.status(404).json({
      message: 'Rate limiting is not enabled.',
      documentation_url: 'https://docs.github.com/rest/rate-limit/rate-limit',
    });
  });

  return router;
}
