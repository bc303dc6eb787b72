import { Router, type Request } from 'express';
import type { KubernetesCluster } from '../KubernetesCluster';
import type { KubernetesObject } from '../objects/types';
import type { Pod } from '../objects/workloads';
import { containerUsage } from '../pods/usage';
import { notFound } from '../StatusError';
import { selection } from './list';

/** `metrics.k8s.io/v1beta1`: what pods use, simulated from what they request. */
export function createMetricsRouter(cluster: KubernetesCluster): Router {
  const router = Router();
  const { objects } = cluster;
  const header = (object: KubernetesObject) => ({
    metadata: {
      name: object.metadata.name,
      namespace: object.metadata.namespace,
      labels: object.metadata.labels,
      creationTimestamp: cluster.time.timestamp(),
    },
    timestamp: cluster.time.timestamp(),
    window: '15s',
  });
  const metrics = (pod: Pod) => ({
    ...header(pod),
    containers: pod.spec.containers.map(container => ({
      name: container.name,
      usage: {
        cpu: containerUsage(pod, container, 'cpu').text,
        memory: containerUsage(pod, container, 'memory').text,
      },
    })),
  });
  const listPods = (request: Request) => {
    const passes = selection(request);
    return objects
      .list<Pod>('pods', request.params.namespace)
      .filter(pod => pod.status?.phase === 'Running' && passes(pod))
      .map(metrics);
  };

  router.get(['/pods', '/namespaces/:namespace/pods'], (request, response) => {
    response.json({
      kind: 'PodMetricsList',
      apiVersion: 'metrics.k8s.io/v1beta1',
      metadata: {},
      items: listPods(request),
    });
  });
  router.get('/namespaces/:namespace/pods/:name', (request, response) => {
    const { namespace, name } = request.params;
    const pod = objects.get<Pod>('pods', namespace, name);
    if (pod?.status?.phase !== 'Running') {
      const type = {
        ...objects.types.builtIn('pods'),
        group: 'metrics.k8s.io',
      };
      throw notFound(type, `${namespace}/${name}`);
    }
    response.json({
      kind: 'PodMetrics',
      apiVersion: 'metrics.k8s.io/v1beta1',
      ...metrics(pod),
    });
  });
  router.get('/nodes', (_request, response) => {
    const items = objects.list('nodes').map(node => ({
      ...header(node),
      usage: { cpu: '21500m', memory: '96468992Ki' },
    }));
    response.json({
      kind: 'NodeMetricsList',
      apiVersion: 'metrics.k8s.io/v1beta1',
      metadata: {},
      items,
    });
  });
  return router;
}
