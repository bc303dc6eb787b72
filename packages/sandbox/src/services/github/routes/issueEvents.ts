import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { paginate } from '../paginate';
import {
  presentCommented,
  presentIssueEvent,
  presentReviewed,
} from '../present/issueEvent';
import { repositoryOf } from './body';
import { issueOf } from './issues';

/** https://docs.github.com/rest/issues/events and https://docs.github.com/rest/issues/timeline */
export function issueEventRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/issues';

  const eventsOf = (request: Request) => {
    const { repository, number } = issueOf(github, request);
    return state.events.filter(
      event => event.repository === repository && event.issue === number,
    );
  };

  router.get(`${base}/:number(\\d+)/events`, (request, response) => {
    response.json(
      paginate(request, response, present.web, eventsOf(request)).map(event =>
        presentIssueEvent(github, event),
      ),
    );
  });

  router.get(`${base}/events`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const events = state.events
      .filter(event => event.repository === full)
      .reverse();
    response.json(
      paginate(request, response, present.web, events).map(event =>
        presentIssueEvent(github, event),
      ),
    );
  });

  router.get(`${base}/events/:id(\\d+)`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const event = state.events.get(request.params.id);
    if (event?.repository !== full) throw GithubError.notFound();
    response.json(presentIssueEvent(github, event));
  });

  router.get(`${base}/:number(\\d+)/timeline`, (request, response) => {
    const { repository, number } = issueOf(github, request);
    // Ids grow with time over all kinds, so they put what happened in one second in order.
    const all = [
      ...eventsOf(request).map(event => presentIssueEvent(github, event)),
      ...state.comments
        .filter(c => c.repository === repository && c.issue === number)
        .map(comment => presentCommented(github, comment)),
      ...state.reviews
        .filter(r => r.repository === repository && r.pull === number)
        .map(review => presentReviewed(github, review)),
    ].sort((a, b) => a.id - b.id);
    response.json(paginate(request, response, present.web, all));
  });

  return router;
}
