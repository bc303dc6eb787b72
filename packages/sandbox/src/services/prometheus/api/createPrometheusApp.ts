import express from 'express';
import { answerError, answerNotFound } from './answerError';
import { createPrometheusRouter } from './createPrometheusRouter';
import type { PrometheusOptions } from './PrometheusOptions';

/** A Prometheus over any source of series, for tests: `createPrometheusApp({ source }).listen(0, '127.0.0.1')`. */
export function createPrometheusApp(
  options: PrometheusOptions,
): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(createPrometheusRouter(options));
  app.use(answerNotFound);
  app.use(answerError);
  return app;
}
