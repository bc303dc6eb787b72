import { CounterSeries } from '../scrape/CounterSeries';
import { GaugeSeries } from '../scrape/GaugeSeries';
import type { Families, Scope } from './Scope';
import { memoryPart } from './memory';

const IDLE_CORES = 0.012;
const CPU_SECONDS_PER_REQUEST = 0.003;
/** What containers without a limit take up, for a part of. */
const ASSUMED_BYTES = 512 * 1024 * 1024;

/** What cAdvisor (of the kubelet) and kube-state-metrics tell of a container. */
export function containerFamilies(scope: Scope): Families {
  const { target, service } = scope;
  const { namespace, pod, container, environment, node } = target;
  const { memoryLimitBytes = ASSUMED_BYTES } = target;
  const labels = {
    service: service.name,
    environment,
    namespace,
    pod,
    container,
  };
  const kubelet = { ...labels, job: 'kubelet', instance: node };
  const perPod = service.traits.requestsPerSecond * target.share;
  const limits = [
    { resource: 'cpu', unit: 'core', value: target.cpuLimitCores },
    { resource: 'memory', unit: 'byte', value: target.memoryLimitBytes },
  ];
  return {
    container_cpu_usage_seconds_total: () => [
      new CounterSeries({
        labels: { __name__: 'container_cpu_usage_seconds_total', ...kubelet },
        schedule: scope.container,
        demand: service.demand,
        timeline: () => service.timeline,
        growthIn: ({ traffic }) => [
          IDLE_CORES,
          perPod * traffic * CPU_SECONDS_PER_REQUEST,
          0,
          0,
        ],
        isWhole: false,
      }),
    ],
    container_memory_working_set_bytes: () => {
      const part = memoryPart(scope);
      const labelled = {
        __name__: 'container_memory_working_set_bytes',
        ...kubelet,
      };
      return [
        new GaugeSeries(labelled, scope.container, (at, bornAt) =>
          Math.round(memoryLimitBytes * part(at, bornAt)),
        ),
      ];
    },
    kube_pod_container_resource_limits: () =>
      limits.flatMap(({ resource, unit, value }) =>
        value === undefined
          ? []
          : new GaugeSeries(
              {
                __name__: 'kube_pod_container_resource_limits',
                ...labels,
                job: 'kube-state-metrics',
                instance: '10.0.0.9:8080',
                node,
                resource,
                unit,
              },
              scope.object,
              () => value,
            ),
      ),
  };
}
