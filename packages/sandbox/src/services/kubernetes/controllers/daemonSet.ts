import type { Controller } from './Controller';
import type { DaemonSet, Pod } from '../objects/workloads';
import { createPod } from './createPod';
import { isActive, isReady, ownedBy, podFromTemplate } from './owners';
import { templateHash } from './rollout';

const REVISION_LABEL = 'controller-revision-hash';

/** A pod on every node; those of an old template are replaced one at a time. */
export const daemonSetController: Controller<DaemonSet> = (set, context) => {
  const { objects } = context;
  const { deletionTimestamp, generation, namespace, name } = set.metadata;
  if (deletionTimestamp) return;
  const { template } = set.spec;
  const hash = templateHash(template);
  const nodes = objects.list('nodes').map(node => node.metadata.name);
  const pods = ownedBy<Pod>(objects, 'pods', set).filter(isActive);
  for (const nodeName of nodes) {
    if (pods.some(pod => pod.spec.nodeName === nodeName)) continue;
    const pod = createPod(
      set,
      podFromTemplate(
        set,
        { ...template, spec: { ...template.spec, nodeName } },
        { generateName: `${name}-`, labels: { [REVISION_LABEL]: hash } },
      ),
      'daemonset-controller',
      context,
      () => {
        const current = objects.get<DaemonSet>('daemonsets', namespace, name);
        if (current) daemonSetController(current, context);
      },
    );
    if (!pod) break;
    pods.push(pod);
  }
  const outdated = pods.filter(
    pod => pod.metadata.labels?.[REVISION_LABEL] !== hash,
  );
  const allUp = pods.length === nodes.length && pods.every(isReady);
  const next =
    outdated.find(pod => !isReady(pod)) ?? (allUp ? outdated[0] : undefined);
  if (next) objects.delete(next, { graceSeconds: 30 });

  const ready = pods.filter(isReady).length;
  const missing = nodes.length - ready;
  objects.setStatus(set, {
    observedGeneration: generation,
    desiredNumberScheduled: nodes.length,
    currentNumberScheduled: pods.length,
    updatedNumberScheduled: pods.length - outdated.length,
    numberReady: ready,
    numberAvailable: ready,
    numberMisscheduled: 0,
    ...(missing ? { numberUnavailable: missing } : {}),
  });
};
