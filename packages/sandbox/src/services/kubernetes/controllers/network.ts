import type { KubernetesObject } from '../objects/types';
import type { Controller } from './Controller';
import { isActive, isReady, selectPods } from './owners';

interface Service extends KubernetesObject {
  spec: {
    type?: string;
    selector?: Record<string, string>;
    ports?: {
      name?: string;
      port: number;
      targetPort?: number | string;
      protocol?: string;
    }[];
  };
}

/** The pods behind a Service as its Endpoints, and the address of a load balancer. */
export const serviceController: Controller<Service> = (service, context) => {
  const { objects, steps } = context;
  const { name, namespace, labels, uid, deletionTimestamp } = service.metadata;
  const { selector, ports = [], type } = service.spec;
  if (deletionTimestamp) return;
  if (type === 'LoadBalancer') {
    steps.after(uid, 'load-balancer', 2000, () => {
      const hostname = `${name}-${uid.slice(0, 8)}.elb.sandbox.example`;
      objects.setStatus(service, {
        loadBalancer: { ingress: [{ hostname }] },
      } as object);
    });
  }
  if (!selector) return;
  const pods = selectPods(objects, namespace, { matchLabels: selector }).filter(
    pod => isActive(pod) && pod.status?.podIP,
  );
  const addresses = (ready: boolean) =>
    pods
      .filter(pod => isReady(pod) === ready)
      .map(pod => ({
        ip: pod.status?.podIP,
        nodeName: pod.spec.nodeName,
        targetRef: {
          kind: 'Pod',
          namespace,
          name: pod.metadata.name,
          uid: pod.metadata.uid,
        },
      }));
  const portNumber = (target: number | string | undefined, fallback: number) =>
    typeof target === 'number'
      ? target
      : pods
          .flatMap(pod => pod.spec.containers)
          .flatMap(container => container.ports ?? [])
          .find(port => port.name === target)?.containerPort ?? fallback;
  const ready = addresses(true);
  const notReady = addresses(false);
  const endpoints = {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name, namespace, labels },
    ...(pods.length
      ? {
          subsets: [
            {
              ...(ready.length ? { addresses: ready } : {}),
              ...(notReady.length ? { notReadyAddresses: notReady } : {}),
              ports: ports.map(port => ({
                ...(port.name ? { name: port.name } : {}),
                port: portNumber(port.targetPort, port.port),
                protocol: port.protocol ?? 'TCP',
              })),
            },
          ],
        }
      : {}),
  };
  if (objects.get('endpoints', namespace, name)) {
    objects.replace('endpoints', endpoints);
  } else {
    objects.create('endpoints', endpoints);
  }
};

/** Gives an Ingress its address after two seconds. */
export const ingressController: Controller = (ingress, context) => {
  const { objects, steps, events } = context;
  const { uid, deletionTimestamp } = ingress.metadata;
  if (ingress.status || deletionTimestamp) return;
  steps.after(uid, 'address', 2000, () => {
    const hostname = `ingress-${uid.slice(0, 8)}.elb.sandbox.example`;
    objects.setStatus(ingress, {
      loadBalancer: { ingress: [{ hostname }] },
    } as object);
    events.record(ingress, {
      reason: 'Sync',
      message: 'Scheduled for sync',
      component: 'nginx-ingress-controller',
    });
  });
};
