import { setTimeout as sleep } from 'node:timers/promises';
import { readRun } from './followRun';
import type { HcpClient } from './HcpClient';
import { HcpError } from './HcpError';
import { FINAL } from './queueRun';

/**
 * Asks HCP Terraform to cancel a run, or to discard its plan, whichever it can be.
 *
 * @returns what was asked for; `undefined` where the run can be neither
 */
export async function stopRun(
  client: HcpClient,
  runId: string,
  comment: string,
): Promise<'cancelled' | 'discarded' | undefined> {
  const { attributes } = await readRun(client, runId);
  const { actions } = attributes;
  let action: 'cancel' | 'discard' | undefined;
  if (actions['is-cancelable']) action = 'cancel';
  else if (actions['is-discardable']) action = 'discard';
  if (!action) return undefined;
  try {
    await client.post(
      `/runs/${runId}/actions/${action}`,
      { comment },
      { repeatable: true },
    );
  } catch (error) {
    // 409: a first try, of which the answer was lost, or the run itself was faster.
    if (!(error instanceof HcpError) || error.status !== 409) throw error;
  }
  return action === 'cancel' ? 'cancelled' : 'discarded';
}

/** Stops a run and waits until it is over; an apply brings the change under way to its end first. */
export async function endRun(
  client: HcpClient,
  runId: string,
  options: { comment: string; pollMs: number },
): Promise<void> {
  for (;;) {
    const { attributes } = await readRun(client, runId);
    if (FINAL.includes(attributes.status)) return;
    await stopRun(client, runId, options.comment);
    await sleep(options.pollMs, undefined, { signal: client.signal });
  }
}
