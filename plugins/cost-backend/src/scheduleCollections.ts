import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Attributor } from './attribution/Attributor';
import type { Collector } from './collect/Collector';
import type { Source } from './collect/Source';

/** Looks for what is to be done that often; most looks find nothing. */
const COLLECT_SECONDS = 30;
const ATTRIBUTE_SECONDS = 10;
/** A portal that starts fills its catalog first. */
const BEGIN_SECONDS = 8;

/**
 * One task a source, each on one replica at a time, so that none delays another, and one that says who pays. A replica
 * that dies leaves its task to the others once the task's own time is over.
 */
export async function scheduleCollections(options: {
  scheduler: SchedulerService;
  collector: Collector;
  attributor: Attributor;
  sources: readonly Source[];
}): Promise<void> {
  const { scheduler, collector, attributor, sources } = options;
  for (const source of sources) {
    await scheduler.scheduleTask({
      id: `cost-collect-${source.id}`,
      frequency: { seconds: COLLECT_SECONDS },
      timeout: { minutes: 20 },
      initialDelay: { seconds: BEGIN_SECONDS },
      fn: signal => collector.run(source, signal as AbortSignal),
    });
  }
  await scheduler.scheduleTask({
    id: 'cost-attribute',
    frequency: { seconds: ATTRIBUTE_SECONDS },
    timeout: { minutes: 30 },
    initialDelay: { seconds: BEGIN_SECONDS },
    fn: signal => attributor.run(signal as AbortSignal),
  });
}
