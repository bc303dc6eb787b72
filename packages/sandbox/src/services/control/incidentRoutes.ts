import PromiseRouter from 'express-promise-router';
import type { IncidentKind, StoredIncidents } from '../../incidents';

/** Lists, starts and ends incidents. */
export function incidentRoutes(incidents: StoredIncidents) {
  const router = PromiseRouter();
  router.get('/incidents', (_request, response) => {
    response.json(incidents.list());
  });
  router.post('/incidents', (request, response) => {
    const { kind, component } = request.body as {
      kind: IncidentKind;
      component: string;
    };
    response.status(201).json(incidents.start(kind, component));
  });
  router.delete('/incidents/:id', (request, response) => {
    response.json(incidents.end(request.params.id));
  });
  return router;
}
