import type { Condition } from '../../kubernetes/objects/types';
import type { Health, HealthCode, KubernetesObject } from '../types';

interface Live {
  kind: string;
  metadata: KubernetesObject['metadata'];
  spec?: {
    replicas?: number;
    type?: string;
    paused?: boolean;
    suspend?: boolean;
    restartPolicy?: string;
  };
  status?: {
    [count: string]: unknown;
    conditions?: Condition[];
    phase?: string;
    observedGeneration?: number;
    loadBalancer?: { ingress?: unknown[] };
    containerStatuses?: {
      ready: boolean;
      state: { waiting?: { reason: string; message?: string } };
    }[];
  };
}

const healthy: Health = { status: 'Healthy' };
const progressing = (message: string): Health => ({
  status: 'Progressing',
  message,
});
const degraded = (message = ''): Health => ({ status: 'Degraded', message });
const count = (value: unknown) => Number(value ?? 0);

/** Argo CD's health rules by kind. https://argo-cd.readthedocs.io/en/stable/operator-manual/health/ */
const RULES: Record<string, (live: Live) => Health> = {
  Deployment({ metadata, spec, status = {} }) {
    if (spec?.paused)
      return { status: 'Suspended', message: 'Deployment is paused' };
    if (count(status.observedGeneration) < count(metadata.generation)) {
      return progressing(
        'Waiting for rollout to finish: observed deployment generation less than desired generation',
      );
    }
    const deadline = status.conditions?.find(
      condition => condition.reason === 'ProgressDeadlineExceeded',
    );
    if (deadline) {
      return degraded(
        `Deployment "${metadata.name}" exceeded its progress deadline`,
      );
    }
    const wanted = spec?.replicas ?? 1;
    const [updated, all, available] = [
      count(status.updatedReplicas),
      count(status.replicas),
      count(status.availableReplicas),
    ];
    if (updated < wanted) {
      return progressing(
        `Waiting for rollout to finish: ${updated} out of ${wanted} new replicas have been updated...`,
      );
    }
    if (all > updated) {
      return progressing(
        `Waiting for rollout to finish: ${
          all - updated
        } old replicas are pending termination...`,
      );
    }
    return available < updated
      ? progressing(
          `Waiting for rollout to finish: ${available} of ${updated} updated replicas are available...`,
        )
      : healthy;
  },
  StatefulSet({ metadata, spec, status = {} }) {
    if (count(status.observedGeneration) < count(metadata.generation)) {
      return progressing(
        'Waiting for statefulset spec update to be observed...',
      );
    }
    const wanted = spec?.replicas ?? 1;
    if (count(status.readyReplicas) < wanted) {
      return progressing(
        `Waiting for ${
          wanted - count(status.readyReplicas)
        } pods to be ready...`,
      );
    }
    return status.updateRevision === status.currentRevision
      ? healthy
      : progressing(
          `waiting for statefulset rolling update to complete ${count(
            status.updatedReplicas,
          )} pods at revision ${status.updateRevision}...`,
        );
  },
  DaemonSet({ metadata, status = {} }) {
    if (count(status.observedGeneration) < count(metadata.generation)) {
      return progressing(
        'Waiting for rollout to finish: observed daemon set generation less than desired generation',
      );
    }
    const wanted = count(status.desiredNumberScheduled);
    return count(status.numberAvailable) < wanted
      ? progressing(
          `Waiting for daemon set "${metadata.name}" rollout to finish: ${count(
            status.numberAvailable,
          )} of ${wanted} updated pods are available...`,
        )
      : healthy;
  },
  Job({ spec, status = {} }) {
    const is = (type: string) =>
      status.conditions?.find(
        one => one.type === type && one.status === 'True',
      );
    const failed = is('Failed');
    if (failed) return degraded(failed.message);
    const complete = is('Complete');
    if (complete) return { status: 'Healthy', message: complete.message };
    return spec?.suspend
      ? { status: 'Suspended', message: 'Job is suspended' }
      : progressing('Job is in progress');
  },
  Pod({ status = {}, spec }) {
    const waiting = status.containerStatuses
      ?.map(one => one.state.waiting)
      .find(one => /^Err|Error|BackOff$/.test(one?.reason ?? ''));
    if (waiting) return degraded(waiting.message);
    if (status.phase === 'Succeeded') return healthy;
    if (status.phase === 'Failed') return degraded('');
    if (spec?.restartPolicy && spec.restartPolicy !== 'Always')
      return progressing('');
    const ready = status.conditions?.some(
      one => one.type === 'Ready' && one.status === 'True',
    );
    return ready ? healthy : progressing('');
  },
  ReplicaSet({ spec, status = {} }) {
    const wanted = spec?.replicas ?? 1;
    return count(status.availableReplicas) < wanted
      ? progressing(
          `Waiting for rollout to finish: ${count(
            status.availableReplicas,
          )} out of ${wanted} new replicas are available...`,
        )
      : healthy;
  },
  Service({ spec, status = {} }) {
    return spec?.type === 'LoadBalancer' &&
      !status.loadBalancer?.ingress?.length
      ? progressing('')
      : healthy;
  },
  Ingress({ status = {} }) {
    return status.loadBalancer?.ingress?.length ? healthy : progressing('');
  },
  PersistentVolumeClaim({ status = {} }) {
    if (status.phase === 'Lost') return degraded('');
    return status.phase === 'Bound' ? healthy : progressing('');
  },
  HorizontalPodAutoscaler({ status = {} }) {
    const failing = status.conditions?.find(
      one =>
        one.status === 'False' && /^Failed|^Invalid/.test(one.reason ?? ''),
    );
    if (failing) return degraded(failing.message);
    return status.conditions?.length
      ? healthy
      : progressing('Waiting to Autoscale');
  },
};

/** The health of a live object; `undefined` for kinds that have none. */
export function healthOf(live: KubernetesObject): Health | undefined {
  if (live.metadata.deletionTimestamp) {
    return progressing('Pending deletion');
  }
  return RULES[live.kind]?.(live as Live);
}

const ORDER: HealthCode[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/** The worst of all; healthy where there is nothing. */
export function worst(all: (Health | undefined)[]): Health {
  return all.reduce<Health>(
    (sum, one) =>
      one && ORDER.indexOf(one.status) > ORDER.indexOf(sum.status) ? one : sum,
    healthy,
  );
}
