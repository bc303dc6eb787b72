import { setTimeout as sleep } from 'node:timers/promises';
import type { RunReporter } from '../report/RunReporter';
import type { HcpClient } from './HcpClient';
import type {
  Document,
  PhaseAttributes,
  Resource,
  RunAttributes,
} from './jsonApi';
import { LogFollower } from './LogFollower';

/** States in which a plan has ended and its cost estimate and policy checks, if any, too. */
const PLAN_OVER = [
  'planned_and_finished',
  'planned_and_saved',
  'confirmed',
  'apply_queued',
  'applying',
  'applied',
  'errored',
  'discarded',
  'canceled',
  'force_canceled',
];
const APPLY_OVER = [
  'applied',
  'errored',
  'discarded',
  'canceled',
  'force_canceled',
];

/** What it takes to follow a run. */
export interface Following {
  client: HcpClient;
  runId: string;
  reporter: RunReporter;
  pollMs: number;
  signal: AbortSignal;
}

export function readRun(
  client: HcpClient,
  runId: string,
): Promise<Resource<RunAttributes>> {
  return client
    .get<Document<RunAttributes>>(`/runs/${runId}`)
    .then(({ data }) => data);
}

/** Reports the plan while it is made; ends when the run waits for its confirmation or is over. */
export async function followPlan(
  following: Following,
): Promise<Resource<RunAttributes>> {
  return follow(
    following,
    'plan',
    run =>
      PLAN_OVER.includes(run.attributes.status) ||
      run.attributes.actions['is-confirmable'],
  );
}

/** Reports the apply while it runs; ends when the run is over. */
export async function followApply(
  following: Following,
): Promise<Resource<RunAttributes>> {
  return follow(following, 'apply', run =>
    APPLY_OVER.includes(run.attributes.status),
  );
}

async function follow(
  { client, runId, reporter, pollMs, signal }: Following,
  phase: 'plan' | 'apply',
  isOver: (run: Resource<RunAttributes>) => boolean,
): Promise<Resource<RunAttributes>> {
  let log: LogFollower | undefined;
  for (;;) {
    // The run is asked before its log, so that nothing is missed of a run that ends in between.
    const run = await readRun(client, runId);
    log ??= await openLog(client, runId, phase, run);
    if (log) await reporter.report(await log.read());
    if (isOver(run)) return run;
    await sleep(pollMs, undefined, { signal });
  }
}

async function openLog(
  client: HcpClient,
  runId: string,
  phase: 'plan' | 'apply',
  run: Resource<RunAttributes>,
): Promise<LogFollower | undefined> {
  const idle =
    phase === 'plan'
      ? ['pending']
      : [
          'pending',
          'planned',
          'cost_estimated',
          'policy_checked',
          'confirmed',
          'discarded',
        ];
  if (idle.includes(run.attributes.status)) return undefined;
  const { data } = await client.get<Document<PhaseAttributes>>(
    `/runs/${runId}/${phase}`,
  );
  const url = data.attributes['log-read-url'];
  return url ? new LogFollower(client, url) : undefined;
}
