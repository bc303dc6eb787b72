import type { Condition, KubernetesObject } from '../objects/types';
import type { Deployment } from '../objects/workloads';
import { podUsage } from '../pods/usage';
import { withCondition } from './conditions';
import type { Controller } from './Controller';
import { isReady, selectPods } from './owners';

interface Autoscaler extends KubernetesObject {
  spec: {
    minReplicas?: number;
    maxReplicas: number;
    scaleTargetRef: { apiVersion?: string; kind: string; name: string };
    metrics?: {
      type: string;
      resource?: { name: string; target: { averageUtilization?: number } };
    }[];
  };
  status?: { conditions?: Condition[]; [field: string]: unknown };
}

/** Keeps its target within the bounds and tells what it measures; the simulated load never makes it scale. */
export const autoscalerController: Controller<Autoscaler> = (hpa, context) => {
  const { objects, time, events } = context;
  const { namespace, generation, deletionTimestamp } = hpa.metadata;
  if (deletionTimestamp) return;
  const {
    scaleTargetRef,
    minReplicas = 1,
    maxReplicas,
    metrics = [],
  } = hpa.spec;
  const plural = { Deployment: 'deployments', StatefulSet: 'statefulsets' }[
    scaleTargetRef.kind
  ];
  const target =
    plural && objects.get<Deployment>(plural, namespace, scaleTargetRef.name);
  const now = time.timestamp();
  if (!target) {
    const message = `the HPA controller was unable to get the target's current scale: ${
      plural ?? scaleTargetRef.kind
    }.apps "${scaleTargetRef.name}" not found`;
    objects.setStatus(hpa, {
      currentReplicas: 0,
      desiredReplicas: 0,
      conditions: withCondition(
        hpa.status?.conditions,
        {
          type: 'AbleToScale',
          status: 'False',
          reason: 'FailedGetScale',
          message,
        },
        now,
      ),
    });
    events.record(hpa, {
      reason: 'FailedGetScale',
      message,
      component: 'horizontal-pod-autoscaler',
      warning: true,
    });
    return;
  }
  const wanted = target.spec.replicas ?? 1;
  const desired = Math.min(maxReplicas, Math.max(minReplicas, wanted));
  if (desired !== wanted) {
    objects.change(target, current => ({
      ...current,
      spec: { ...current.spec, replicas: desired },
    }));
  }
  const pods = selectPods(objects, namespace, target.spec.selector).filter(
    isReady,
  );
  const conditions = (
    [
      [
        'AbleToScale',
        'True',
        'ReadyForNewScale',
        'recommended size matches current size',
      ],
      [
        'ScalingActive',
        pods.length ? 'True' : 'False',
        pods.length ? 'ValidMetricFound' : 'FailedGetResourceMetric',
        pods.length
          ? 'the HPA was able to successfully calculate a replica count'
          : 'no metrics returned from resource metrics API',
      ],
      [
        'ScalingLimited',
        'False',
        'DesiredWithinRange',
        'the desired count is within the acceptable range',
      ],
    ] as const
  ).reduce<Condition[]>(
    (list, [type, status, reason, message]) =>
      withCondition(list, { type, status, reason, message }, now),
    hpa.status?.conditions ?? [],
  );
  objects.setStatus(hpa, {
    observedGeneration: generation,
    currentReplicas: target.status?.replicas ?? 0,
    desiredReplicas: desired,
    conditions,
    currentMetrics: metrics.flatMap(({ type, resource }) => {
      if (type !== 'Resource' || !resource || !pods.length) return [];
      const usages = pods.map(pod => podUsage(pod, resource.name));
      const average =
        usages.reduce((sum, one) => sum + one.share, 0) / pods.length;
      return [
        {
          type,
          resource: {
            name: resource.name,
            current: {
              averageUtilization: Math.round(average * 100),
              averageValue: usages[0].text,
            },
          },
        },
      ];
    }),
  });
};
