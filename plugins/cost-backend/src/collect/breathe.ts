import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 15_000;

/**
 * Leaves the process to others, so that what took so long takes only this share of the time. A run that ends ends
 * this, too.
 */
export async function breathe(
  milliseconds: number,
  share: number,
  signal?: AbortSignal,
): Promise<void> {
  const pause = Math.min(milliseconds * (1 / share - 1), LONGEST_MS);
  await sleep(pause, undefined, { signal }).catch(error => {
    if (!signal?.aborted) throw error;
  });
}
