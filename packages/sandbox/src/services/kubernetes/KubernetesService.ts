import {
  Router,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import type { Incidents } from '../../incidents';
import type { SandboxService } from '../../kit';
import { createDiscoveryRouter } from './discovery/createDiscoveryRouter';
import { MemoryLeaks } from './incidents/MemoryLeaks';
import { inventory } from './inventory';
import type { KubernetesCluster } from './KubernetesCluster';
import { authenticate, KUBERNETES_TOKEN } from './routes/authenticate';
import { createMetricsRouter } from './routes/createMetricsRouter';
import { createObjectsRouter } from './routes/createObjectsRouter';
import { failureOf, noSuchResource, StatusError } from './StatusError';

/** The Kubernetes API. */
export class KubernetesService implements SandboxService {
  readonly name = 'kubernetes';
  readonly title = 'Kubernetes';
  readonly description =
    'The API of one cluster with three nodes. Objects are real, their pods are simulated: phases, events and logs, no containers.';
  readonly credential = `Authorization: Bearer ${KUBERNETES_TOKEN}`;
  readonly router = Router();
  readonly cluster: KubernetesCluster;
  readonly #leaks: MemoryLeaks;

  constructor(cluster: KubernetesCluster, incidents: Incidents) {
    this.cluster = cluster;
    this.#leaks = new MemoryLeaks(cluster, incidents);
    for (const path of ['/healthz', '/readyz', '/livez']) {
      this.router.get(path, (_request, response) => {
        response.type('text/plain').send('ok');
      });
    }
    this.router.use(authenticate);
    this.router.use(createDiscoveryRouter(cluster.objects));
    this.router.use(
      '/apis/metrics.k8s.io/v1beta1',
      createMetricsRouter(cluster),
    );
    this.router.use(createObjectsRouter(cluster));
  }

  notFound(_request: Request, response: Response) {
    response.status(404).json(noSuchResource().toStatus());
  }

  onError(
    error: Error,
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    const failure =
      error instanceof StatusError
        ? error
        : new StatusError(
            500,
            'InternalError',
            `Internal error occurred: ${error.message}`,
          );
    response.status(failure.code).json(failure.toStatus());
  }

  fail(status: number, _request: Request, response: Response) {
    if (status === 429) response.set('retry-after', '1');
    response.status(status).json(failureOf(status).toStatus());
  }

  inventory() {
    return inventory(this.cluster);
  }

  async seed() {
    this.cluster.seed();
  }

  async start() {
    this.cluster.start();
    this.#leaks.start();
  }

  async stop() {
    this.#leaks.stop();
    this.cluster.stop();
  }
}
