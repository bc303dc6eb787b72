import Router from 'express-promise-router';
import type { Github } from '../Github';

/** Pages for people, behind the `html_url` of the API. */
export function pageRoutes(_github: Github) {
  const router = Router();
  return router;
}
