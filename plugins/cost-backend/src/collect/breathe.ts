import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 15_000;

/** Leaves the process to others for as long as something took, twice. A run that ends ends this, too. */
export async function breathe(
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  const pause = Math.min(2 * milliseconds, LONGEST_MS);
  await sleep(pause, undefined, { signal }).catch(error => {
    if (!signal?.aborted) throw error;
  });
}
