import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { monthsBefore } from '../collect/planSlices';
import type { CostContext } from '../CostContext';
import { dayOf } from '../store/days';
import type { FindingsJob } from './FindingsJob';

const LOOK_SECONDS = 30;
/** While bills keep coming in, as in a backfill, nobody waits longer than that. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** Budgets are written anew in the catalog, and what could not be told is told. */
const ANYWAY_MS = 3 * 3_600_000;

/** Looks for findings on one replica, once a collection has come to rest. */
export async function scheduleFindings(options: {
  scheduler: SchedulerService;
  attributed: CostContext['attributed'];
  db: Knex;
  job: FindingsJob;
  now: () => Date;
}): Promise<void> {
  const { scheduler, attributed, db, job, now } = options;
  const due = createPace(now);
  await scheduler.scheduleTask({
    id: 'cost-findings',
    frequency: { seconds: LOOK_SECONDS },
    timeout: { minutes: 20 },
    initialDelay: { seconds: LOOK_SECONDS },
    fn: async signal => {
      // What is nobody's while the catalog is being filled is no news.
      const since = monthsBefore(dayOf(now()), 1);
      if (!(await attributed.isCurrent(since))) return;
      const { revision } = await db('cost_state').first('revision');
      if (!due(Number(revision))) return;
      await job.run(signal as AbortSignal);
      await db('cost_state').update({ findings_at: now().toISOString() });
    },
  });
}

/**
 * Whether it is time, by the revision of the bills: when it rests, when it has not for long, and now and then anyway.
 */
export function createPace(now: () => Date): (revision: number) => boolean {
  let seen: number | undefined;
  let done: number | undefined;
  let since = now().getTime();
  return revision => {
    const rests = revision === seen;
    seen = revision;
    const waited = now().getTime() - since;
    const due =
      revision === done
        ? waited >= ANYWAY_MS
        : rests || waited >= LONGEST_WAIT_MS;
    if (!due) return false;
    done = revision;
    since = now().getTime();
    return true;
  };
}
