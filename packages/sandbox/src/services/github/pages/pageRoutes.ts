import Router from 'express-promise-router';
import type { Github } from '../Github';
import { accountPages } from './accountPages';
import { activityPages } from './activityPages';
import { repositoryPages } from './repositoryPages';

/** Pages for people, behind the `html_url` of the API. They need no sign-in: the sandbox holds nothing of anyone. */
export function pageRoutes(github: Github) {
  const router = Router();
  router.use(
    accountPages(github),
    activityPages(github),
    repositoryPages(github),
  );
  return router;
}
