import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import type { Application } from '../types';
import type { ApplicationsContext } from './ApplicationsContext';
import { resourceTree } from './resourceTree';
import { selectApplications } from './selectApplications';

/** What changes, as server-sent events, until the caller hangs up. */
export function streamRoutes({ state, cluster }: ApplicationsContext) {
  const router = Router();

  router.get('/stream/applications', (request, response) => {
    const passes = selectApplications(request.query);
    const send = open(response);
    const tell = (type: string, application: Application) => {
      if (passes(application)) send({ type, application });
    };
    state.applications.list().forEach(one => tell('ADDED', one));
    response.once('close', state.onChange(tell));
  });

  router.get(
    '/stream/applications/:name/resource-tree',
    (request: Request, response) => {
      const { name } = request.params;
      state.application(name);
      const send = open(response);
      const tell = () => send(resourceTree(cluster, name));
      tell();
      response.once(
        'close',
        state.onChange((_type, application) => {
          if (application.metadata.name === name) tell();
        }),
      );
    },
  );
  return router;
}

function open(response: Response): (result: object) => void {
  response.status(200).type('text/event-stream').flushHeaders();
  return result => {
    response.write(`data: ${JSON.stringify({ result })}\n\n`);
  };
}
