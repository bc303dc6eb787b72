import { urlencoded, type Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import {
  presentDatasource,
  presentOneDatasource,
} from '../present/presentDatasource';

/** What each plugin asks its server to see that it is well, and what it says then. */
const CHECKS: Record<string, { expr: string; message: string }> = {
  loki: {
    expr: 'vector(1)+vector(1)',
    message: 'Data source successfully connected.',
  },
  prometheus: {
    expr: '1+1',
    message: 'Successfully queried the Prometheus API.',
  },
};

/** https://grafana.com/docs/grafana/latest/developers/http_api/data_source/ */
export function createDatasourceRoutes(context: GrafanaContext) {
  const { datasources, queries, kit } = context;
  const router = PromiseRouter();

  const find = (request: Request) => queries.datasource(request.params.uid);

  router.get('/api/datasources', (_request, response) => {
    response.json(datasources.map(presentDatasource));
  });

  router.get('/api/datasources/uid/:uid', (request, response) => {
    const setup = find(request);
    response.json(presentOneDatasource(setup, datasources.indexOf(setup)));
  });

  router.get('/api/datasources/uid/:uid/health', async (request, response) => {
    const { type, datasource } = find(request);
    const check = CHECKS[type];
    if (!check) {
      response.json({ message: 'Data source is working', status: 'OK' });
      return;
    }
    const now = kit.clock.now().getTime();
    const { error } = await datasource.query(
      { refId: '__healthcheck__', expr: check.expr, instant: true },
      { from: now - 1000, to: now, now, intervalMs: 1000, maxDataPoints: 1 },
    );
    if (error !== undefined) {
      throw new GrafanaError(400, error, { status: 'ERROR' });
    }
    response.json({ message: check.message, status: 'OK' });
  });

  router.all(
    '/api/datasources/uid/:uid/resources/:path(*)',
    urlencoded({ extended: false, limit: '1mb' }),
    async (request, response) => {
      const { datasource } = find(request);
      const answer = await datasource.resource(
        request.method,
        request.params.path,
        parametersOf(request),
      );
      response.status(answer.status).json(answer.body);
    },
  );

  return router;
}

/** Of the address, with those of a form behind them. */
function parametersOf(request: Request): URLSearchParams {
  const { searchParams } = new URL(request.originalUrl, 'http://sandbox');
  if (!request.is('application/x-www-form-urlencoded')) return searchParams;
  for (const [name, value] of Object.entries(request.body)) {
    for (const one of [value].flat()) searchParams.append(name, String(one));
  }
  return searchParams;
}
