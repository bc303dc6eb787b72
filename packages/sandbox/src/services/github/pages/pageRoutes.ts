import Router from 'express-promise-router';
import type { Github } from '../Github';
import { accountPages } from './accountPages';
import { joinPages } from './joinPages';
import { issuePages } from './issuePages';
import { newIssuePages } from './newIssuePages';
import { repositoryPages } from './repositoryPages';
import { runPages } from './runPages';

/**
 * Pages for people, behind the `html_url` of the API. They need no sign-in: the sandbox holds nothing of
 * anyone, and who acts on a page says as whom.
 */
export function pageRoutes(github: Github) {
  const router = Router();
  router.use(
    joinPages(github),
    accountPages(github),
    runPages(github),
    newIssuePages(github),
    issuePages(github),
    repositoryPages(github),
  );
  return router;
}
