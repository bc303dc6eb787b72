import Fastify, { type FastifyInstance } from 'fastify';
import { collectMetrics } from './metrics.ts';

/** Whether the service may get traffic. */
export interface Readiness {
  ready: boolean;
}

/** Builds the HTTP server without listening, so that tests can call it in process. */
export function buildServer(options: { logger?: boolean } = {}): {
  app: FastifyInstance;
  readiness: Readiness;
} {
  const app = Fastify({ logger: options.logger ?? false });
  const readiness: Readiness = { ready: false };
  const metrics = collectMetrics(app);

  app.get('/', async () => ({ service: '${{ values.name }}' }));

  // Liveness: the process answers.
  app.get('/health', async () => ({ status: 'ok' }));

  // Readiness: it may get traffic. Check here what it cannot do without.
  app.get('/ready', async (_request, reply) =>
    readiness.ready
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'not ready' }),
  );

  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );

  return { app, readiness };
}
