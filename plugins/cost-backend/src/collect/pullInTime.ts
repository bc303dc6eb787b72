import { ServiceUnavailableError } from '@backstage/errors';
import type { DaySlice } from '@portico/plugin-cost-node';
import type { PulledSlice, Source } from './Source';

/** How long one slice may take. */
const SLICE_MS = 600_000;

/** Pulls a slice; ends with the time for it, also for a provider that does not heed its signal. */
export async function pullInTime(
  source: Source,
  slice: DaySlice,
  outer: AbortSignal,
): Promise<PulledSlice> {
  const timeout = new AbortController();
  const timer = setTimeout(
    () =>
      timeout.abort(
        new ServiceUnavailableError(
          `${source.title} has not answered within ${SLICE_MS / 60_000} min.`,
        ),
      ),
    SLICE_MS,
  );
  const signal = AbortSignal.any([timeout.signal, outer]);
  const ended = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([source.pull(slice, signal), ended]);
  } finally {
    clearTimeout(timer);
  }
}
