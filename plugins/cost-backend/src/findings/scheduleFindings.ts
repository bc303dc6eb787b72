import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { FindingsJob } from './FindingsJob';

const LOOK_SECONDS = 30;
/** While bills keep coming in, as in a backfill, nobody waits longer than that. */
const LONGEST_WAIT_MS = 20 * 60_000;
/** Budgets are written anew in the catalog, and what could not be told is told. */
const ANYWAY_MS = 3 * 3_600_000;

/** Looks for findings on one replica, once a collection has come to rest. */
export async function scheduleFindings(options: {
  scheduler: SchedulerService;
  db: Knex;
  job: FindingsJob;
  now: () => Date;
}): Promise<void> {
  const { scheduler, db, job, now } = options;
  const due = createPace(now);
  await scheduler.scheduleTask({
    id: 'cost-findings',
    frequency: { seconds: LOOK_SECONDS },
    timeout: { minutes: 20 },
    initialDelay: { seconds: LOOK_SECONDS },
    fn: async signal => {
      const { revision } = await db('cost_state').first('revision');
      if (!due(Number(revision))) return;
      await job.run(signal as AbortSignal);
    },
  });
}

/** Whether it is time, by the revision of the bills: when it rests, or has not for long. */
export function createPace(now: () => Date): (revision: number) => boolean {
  let seen: number | undefined;
  let done: { revision: number; at: number } | undefined;
  return revision => {
    const rests = revision === seen;
    seen = revision;
    const at = now().getTime();
    const since = done ? at - done.at : Infinity;
    const isNew = revision !== done?.revision;
    const due =
      (isNew && (rests || (done && since >= LONGEST_WAIT_MS))) ||
      since >= ANYWAY_MS;
    if (!due || (!done && !rests)) return false;
    done = { revision, at };
    return true;
  };
}
