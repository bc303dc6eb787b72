import { Router, text } from 'express';
import type { KubernetesCluster } from '../KubernetesCluster';
import { StatusError } from '../StatusError';
import { sendLog } from './logs';
import { HANDLERS } from './objectHandlers';
import { readTarget } from './target';

/** Objects of every type: list, watch, get, create, replace, patch, delete, and their subresources. */
export function createObjectsRouter(cluster: KubernetesCluster): Router {
  const { objects } = cluster;
  const router = Router();
  router.use(text({ type: () => true, limit: '3mb' }));

  router.use((request, response, next) => {
    if (!/^\/apis?\//.test(request.path)) {
      next();
      return;
    }
    const target = readTarget(request, objects);
    if (target.subresource === 'log' && target.type.kind === 'Pod') {
      const { namespace = '', name = '' } = target;
      sendLog(request, response, cluster, { namespace, name });
      return;
    }
    const handler = HANDLERS[request.method];
    if (!handler) {
      throw new StatusError(
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
      );
    }
    handler({ request, response, target, cluster });
  });
  return router;
}
