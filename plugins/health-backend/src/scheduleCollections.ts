import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Collector } from './collect/Collector';
import type { HealthConfig } from './config/HealthConfig';
import type { HealthRegistry } from './registry/HealthRegistry';
import type { HealthStore } from './store/HealthStore';

const DAY_MS = 86_400_000;
/** Time for writing, beside the provider's own. */
const WRITING_SECONDS = 60;
/**
 * One task a provider, each on one replica at a time, so that none delays another. A replica that dies leaves
 * its task to the others once the task's own time is over.
 */
export async function scheduleCollections(options: {
  scheduler: SchedulerService;
  collector: Collector;
  store: HealthStore;
  registry: HealthRegistry;
  config: HealthConfig;
}): Promise<void> {
  const { scheduler, collector, store, registry, config } = options;
  let delay = 3;
  for (const provider of registry.providers.values()) {
    const { intervalSeconds, timeoutSeconds, jitterSeconds } =
      collector.paceOf(provider);
    await scheduler.scheduleTask({
      id: `health-collect-${provider.id}`,
      frequency: { seconds: intervalSeconds },
      timeout: { seconds: timeoutSeconds + WRITING_SECONDS },
      initialDelay: { seconds: delay },
      fn: async signal => {
        await pause(Math.random() * jitterSeconds * 1000, signal);
        await collector.collect(provider, { signal });
      },
    });
    delay += 1;
  }
  await scheduler.scheduleTask({
    id: 'health-review',
    frequency: { seconds: 60 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: delay },
    fn: () => collector.review(),
  });
  await scheduler.scheduleTask({
    id: 'health-prune',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: () =>
      store.prune(
        new Date(Date.now() - config.historyDays * DAY_MS).toISOString(),
      ),
  });
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
