import { ServiceUnavailableError } from '@backstage/errors';
import type {
  HealthCollection,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';

/** What became of one collection. */
export type Outcome = { startedAt: Date; seconds: number } & (
  | { collection: HealthCollection }
  | { failure: string }
);

/**
 * Asks a provider once. It ends with the timeout, also for a provider that does not heed the signal; what that
 * one brings later is dropped.
 */
export async function runProvider(
  provider: HealthProvider,
  subjects: HealthSubject[],
  options: { timeoutSeconds: number; now: () => Date; signal?: AbortSignal },
): Promise<Outcome> {
  const { timeoutSeconds, now } = options;
  const startedAt = now();
  const began = performance.now();
  const timeout = new AbortController();
  const timer = setTimeout(
    () =>
      timeout.abort(
        new ServiceUnavailableError(
          `${provider.title} has not answered within ${timeoutSeconds} s.`,
        ),
      ),
    timeoutSeconds * 1000,
  );
  const signal = options.signal
    ? AbortSignal.any([timeout.signal, options.signal])
    : timeout.signal;
  const ended = () => ({
    startedAt,
    seconds: (performance.now() - began) / 1000,
  });
  try {
    const collection = await Promise.race([
      provider.collect(subjects, { signal, now: startedAt }),
      aborted(signal),
    ]);
    return { ...ended(), collection };
  } catch (error) {
    // A client that was aborted tells of an abort; why it was aborted says more.
    const { message } = (signal.aborted ? signal.reason : error) as Error;
    return { ...ended(), failure: message };
  } finally {
    clearTimeout(timer);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
