import express, { type RequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { PromqlError } from '../promql/PromqlError';
import { sendData } from './ApiError';
import { graphPage } from './graphPage';
import { metadataRoutes } from './metadataRoutes';
import { valueOf } from './parameters';
import type { PrometheusOptions } from './PrometheusOptions';
import { queryRoutes } from './queryRoutes';
import { statusRoutes } from './statusRoutes';

/** All routes of a Prometheus that evaluates over `source`. Errors go to {@link answerError}. */
export function createPrometheusRouter(options: PrometheusOptions): Router {
  const router = PromiseRouter();
  const query = queryRoutes(options);
  const metadata = metadataRoutes(options);
  const status = statusRoutes(options);
  const groups = () => options.rules?.groups() ?? [];

  const form = express.urlencoded({ extended: false, limit: '10mb' });
  const getAndPost = (path: string, handler: RequestHandler) => {
    router.get(path, handler);
    router.post(path, form, handler);
  };
  getAndPost('/api/v1/query', query.instant);
  getAndPost('/api/v1/query_range', query.range);
  getAndPost('/api/v1/labels', metadata.labels);
  getAndPost('/api/v1/series', metadata.series);
  router.get('/api/v1/label/:name/values', metadata.labelValues);

  router.get('/api/v1/rules', (request, response) => {
    const type = valueOf(request, 'type');
    if (!['', 'alert', 'record'].includes(type)) {
      throw new PromqlError(
        'bad_data',
        `invalid parameter "type": not supported value ${JSON.stringify(type)}`,
      );
    }
    sendData(response, {
      groups: groups().map(group => ({
        ...group,
        rules: type === 'record' ? [] : group.rules,
      })),
    });
  });
  router.get('/api/v1/alerts', (_request, response) => {
    sendData(response, {
      alerts: groups().flatMap(({ rules }) => rules.flatMap(r => r.alerts)),
    });
  });
  router.get('/api/v1/targets', status.targets);
  router.get('/api/v1/metadata', status.metadata);
  router.get('/api/v1/status/buildinfo', status.buildinfo);

  router.get('/-/healthy', (_request, response) => {
    response.type('text').send('Prometheus Server is Healthy.\n');
  });
  router.get('/-/ready', (_request, response) => {
    response.type('text').send('Prometheus Server is Ready.\n');
  });
  router.get('/', (_request, response) => response.redirect(302, '/graph'));
  router.get('/graph', graphPage(options));
  return router;
}
