import type { Condition } from '../objects/types';
import type { Job, Pod } from '../objects/workloads';
import { conditionOf, withCondition } from './conditions';
import type { Controller } from './Controller';
import { createPod } from './createPod';
import { isActive, isReady, ownedBy, podFromTemplate } from './owners';

const COMPONENT = 'job-controller';

/** Runs pods until enough of them succeeded, or too many failed. */
export const jobController: Controller<Job> = (job, context) => {
  const { objects, time, events } = context;
  const { name, namespace, uid, deletionTimestamp } = job.metadata;
  if (deletionTimestamp || isFinished(job)) return;
  const { completions = 1, parallelism = 1, backoffLimit = 6 } = job.spec;
  const pods = ownedBy<Pod>(objects, 'pods', job);
  const active = pods.filter(isActive);
  const succeeded = pods.filter(p => p.status?.phase === 'Succeeded').length;
  const failed = pods.filter(p => p.status?.phase === 'Failed').length;
  const now = time.timestamp();
  const startTime = job.status?.startTime ?? now;
  const counts = {
    startTime,
    ...(active.length ? { active: active.length } : {}),
    ...(succeeded ? { succeeded } : {}),
    ...(failed ? { failed } : {}),
    ready: active.filter(isReady).length,
  };
  const finish = (condition: Condition, rest: object = {}) => {
    objects.setStatus(job, {
      ...counts,
      ...rest,
      conditions: withCondition(job.status?.conditions, condition, now),
    });
    events.record(job, {
      reason: condition.reason ?? 'Completed',
      message: condition.message ?? 'Job completed',
      component: COMPONENT,
      warning: condition.type === 'Failed',
    });
  };
  if (succeeded >= completions) {
    finish(
      {
        type: 'Complete',
        status: 'True',
        reason: 'CompletionsReached',
        message: 'Reached expected number of succeeded pods',
      },
      { completionTime: now },
    );
    return;
  }
  const restarts = active
    .flatMap(pod => pod.status?.containerStatuses ?? [])
    .reduce((sum, container) => sum + container.restartCount, 0);
  if (failed + restarts > backoffLimit) {
    for (const pod of active) objects.delete(pod, { graceSeconds: 30 });
    finish({
      type: 'Failed',
      status: 'True',
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    });
    return;
  }
  const wanted = job.spec.suspend
    ? 0
    : Math.min(parallelism, completions - succeeded);
  for (let missing = wanted - active.length; missing > 0; missing -= 1) {
    const labels = {
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': name,
      'job-name': name,
    };
    const created = createPod(
      job,
      podFromTemplate(job, job.spec.template, {
        generateName: `${name}-`,
        labels,
      }),
      COMPONENT,
      context,
      () => {
        const current = objects.get<Job>('jobs', namespace, name);
        if (current) jobController(current, context);
      },
    );
    if (!created) break;
  }
  objects.setStatus(job, { ...counts, conditions: job.status?.conditions });
};

/** Complete or failed. */
export function isFinished(job: Job): boolean {
  return ['Complete', 'Failed'].some(
    type => conditionOf(job.status?.conditions, type)?.status === 'True',
  );
}
