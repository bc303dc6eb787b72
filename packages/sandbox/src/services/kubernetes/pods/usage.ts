import { createHash } from 'node:crypto';
import { parseQuantity } from '../objects/quantity';
import type { Container, Pod } from '../objects/workloads';

/** What a simulated container uses of a resource. */
export interface Usage {
  /** Of what it requests: 0.2 to 0.7, by its pod's name. */
  share: number;
  /** As the metrics API writes it, e.g. `34m` or `128000Ki`. */
  text: string;
}

const ASSUMED: Record<string, string> = { cpu: '100m', memory: '128Mi' };

/** Derived from the pod's name and its requests: the same each time, and different for each pod. */
export function containerUsage(
  pod: Pod,
  container: Container,
  resource: string,
): Usage {
  const byte = createHash('sha1')
    .update(`${pod.metadata.name}/${container.name}/${resource}`)
    .digest()[0];
  const share = 0.2 + (byte / 255) * 0.5;
  const request =
    parseQuantity(
      container.resources?.requests?.[resource] ?? ASSUMED[resource],
    ) ?? 0;
  return {
    share,
    text:
      resource === 'cpu'
        ? `${Math.round(request * share * 1000)}m`
        : `${Math.round((request * share) / 1024)}Ki`,
  };
}

/** Of its first container. */
export function podUsage(pod: Pod, resource: string): Usage {
  return containerUsage(pod, pod.spec.containers[0], resource);
}
