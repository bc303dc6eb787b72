import type { CronJob, Job } from '../objects/workloads';
import type { Controller, ControllerContext } from './Controller';
import { nextRun } from './cronSchedule';
import { isFinished } from './job';
import { controllerReference, ownedBy } from './owners';

const COMPONENT = 'cronjob-controller';
/** The longest sleep; schedules further away are looked at again. */
const LONGEST_WAIT_MS = 3_600_000;

/** Creates a Job whenever the schedule is due, by the real clock. */
export const cronJobController: Controller<CronJob> = (cronJob, context) => {
  const { objects } = context;
  if (cronJob.metadata.deletionTimestamp) return;
  const jobs = ownedBy<Job>(objects, 'jobs', cronJob);
  forgetOld(cronJob, jobs, context);
  const active = jobs
    .filter(job => !isFinished(job))
    .map(({ metadata: { name, namespace = '', uid } }) => ({
      kind: 'Job',
      name,
      namespace,
      uid,
    }));
  const successes = jobs
    .map(job => job.status?.completionTime ?? '')
    .filter(Boolean)
    .sort();
  objects.setStatus(cronJob, {
    ...cronJob.status,
    ...(successes.length
      ? { lastSuccessfulTime: successes[successes.length - 1] }
      : {}),
    active: active.length ? active : undefined,
  });
  if (!cronJob.spec.suspend) waitForNext(cronJob, context);
};

function waitForNext(cronJob: CronJob, context: ControllerContext) {
  const { objects, time, steps } = context;
  // What a simulated past would have run is not worth its pods.
  if (time.isVirtual) return;
  const { namespace, name, uid } = cronJob.metadata;
  const { schedule } = cronJob.spec;
  const due = nextRun(schedule, time.now());
  if (!due) {
    context.events.record(cronJob, {
      reason: 'UnparseableSchedule',
      message: `unparseable schedule: ${schedule}`,
      component: COMPONENT,
      warning: true,
    });
    return;
  }
  const delay = Math.max(1000, due.getTime() - time.now().getTime());
  steps.after(uid, schedule, Math.min(delay, LONGEST_WAIT_MS), () => {
    const current = objects.get<CronJob>('cronjobs', namespace, name);
    if (!current || current.metadata.uid !== uid) return;
    if (current.spec.suspend || current.metadata.deletionTimestamp) return;
    if (current.spec.schedule === schedule && time.now() >= due) {
      run(current, due, context);
    } else {
      waitForNext(current, context);
    }
  });
}

function run(cronJob: CronJob, due: Date, context: ControllerContext) {
  const { objects, events } = context;
  const { name, namespace } = cronJob.metadata;
  const { concurrencyPolicy = 'Allow', jobTemplate } = cronJob.spec;
  const active = ownedBy<Job>(objects, 'jobs', cronJob).filter(
    job => !isFinished(job),
  );
  if (active.length && concurrencyPolicy === 'Forbid') {
    waitForNext(cronJob, context);
    return;
  }
  if (concurrencyPolicy === 'Replace') {
    for (const job of active) objects.delete(job);
  }
  const jobName = `${name}-${Math.floor(due.getTime() / 60_000)}`;
  if (!objects.get('jobs', namespace, jobName)) {
    objects.create('jobs', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        name: jobName,
        namespace,
        labels: jobTemplate.metadata?.labels,
        annotations: {
          ...jobTemplate.metadata?.annotations,
          'batch.kubernetes.io/cronjob-scheduled-timestamp': due.toISOString(),
        },
        ownerReferences: [controllerReference(cronJob)],
      },
      spec: jobTemplate.spec,
    });
    events.record(cronJob, {
      reason: 'SuccessfulCreate',
      message: `Created job ${jobName}`,
      component: COMPONENT,
    });
  }
  objects.setStatus(cronJob, {
    ...cronJob.status,
    lastScheduleTime: `${due.toISOString().slice(0, 19)}Z`,
  });
}

function forgetOld(
  cronJob: CronJob,
  jobs: Job[],
  { objects }: ControllerContext,
) {
  const { successfulJobsHistoryLimit = 3, failedJobsHistoryLimit = 1 } =
    cronJob.spec;
  const newestFirst = jobs.filter(isFinished).reverse();
  const succeeded = newestFirst.filter(job => job.status?.completionTime);
  const failed = newestFirst.filter(job => !job.status?.completionTime);
  for (const job of [
    ...succeeded.slice(successfulJobsHistoryLimit),
    ...failed.slice(failedJobsHistoryLimit),
  ]) {
    objects.delete(job);
  }
}
