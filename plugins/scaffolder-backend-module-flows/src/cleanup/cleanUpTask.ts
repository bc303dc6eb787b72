import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { PART_OF, type LedgerRow } from '@portico/plugin-flows-common';
import type { DatabaseFlowLedger } from '@portico/plugin-flows-node';
import { setTimeout as pause } from 'node:timers/promises';
import type { RemoverRegistry } from './RemoverRegistry';

/** The longest that the removal of one thing may take: a database takes its time to be destroyed. */
const REMOVAL_MS = 45 * 60_000;

interface Cleaning {
  taskId: string;
  ledger: DatabaseFlowLedger;
  removers: RemoverRegistry;
  auditor: AuditorService;
  logger: LoggerService;
  /** Aborts when the backend stops or another replica has taken over. */
  signal: AbortSignal;
  /** Until when a thing that is not there may still come into being, from a request that was under way. */
  settledAt: Date;
}

/**
 * Removes what a task made, latest first. What cannot be removed stops nothing but what goes with
 * it: parts are settled as their whole is.
 *
 * @returns how many things could not be removed
 * @throws the signal's reason, between two things
 */
export async function cleanUpTask(cleaning: Cleaning): Promise<number> {
  const { taskId, ledger, signal, settledAt } = cleaning;
  const rows = (await ledger.list(taskId)).filter(isOpen).reverse();
  const unborn: LedgerRow[] = [];
  for (const row of rows.filter(({ remover }) => remover !== PART_OF)) {
    const isThere = await removeRow(cleaning, row);
    if (!isThere) unborn.push(row);
  }
  await settleParts(cleaning);
  if (unborn.length > 0) {
    const wait = settledAt.getTime() - Date.now();
    if (wait > 0) await pause(wait, undefined, { signal });
    for (const row of unborn) {
      if (!(await removeRow(cleaning, row))) await ledger.forget(row.id);
    }
    await settleParts(cleaning);
  }
  const left = (await ledger.list(taskId)).filter(
    row => isOpen(row) && row.remover !== PART_OF,
  );
  return left.length;
}

/** What this task made, or may have made, and somebody knows how to remove. */
function isOpen({ outcome, remover }: LedgerRow): boolean {
  return (
    remover !== undefined && ['making', 'made', 'failed'].includes(outcome)
  );
}

/** @returns false for what the task had only begun to make, and what is not there */
async function removeRow(cleaning: Cleaning, row: LedgerRow): Promise<boolean> {
  const { taskId, ledger, removers, auditor, signal } = cleaning;
  const { id, kind, name, remover: removerId = '' } = row;
  signal.throwIfAborted();
  const logger = cleaning.logger.child({ task: taskId });
  const event = await auditor.createEvent({
    eventId: 'flow-cleanup-remove',
    severityLevel: 'medium',
    meta: { taskId, stepId: row.stepId, kind, name, remover: removerId },
  });
  try {
    const remover = removers.get(removerId);
    if (!remover) {
      throw new Error(
        `No module of this portal knows how to remove it (remover '${removerId}'). Load the module that made it.`,
      );
    }
    const result = await remover.remove(row, {
      logger,
      signal: AbortSignal.any([signal, AbortSignal.timeout(REMOVAL_MS)]),
    });
    await event.success({ meta: { result } });
    if (result === 'absent' && row.outcome === 'making') return false;
    if (result === 'foreign') {
      await ledger.settle(id, 'kept', 'Not made by this task; left alone.');
    } else {
      await ledger.settle(id, 'removed');
    }
    logger.info(`Clean-up of task ${taskId}: ${kind} ${name}: ${result}`);
    return true;
  } catch (error) {
    await event.fail({ error: error as Error });
    signal.throwIfAborted();
    const { message } = error as Error;
    await ledger.settle(id, 'failed', message);
    logger.warn(
      `Clean-up of task ${taskId} could not remove ${kind} ${name}: ${message}`,
    );
    return true;
  }
}

/** What goes with a thing is gone once that is, and is left alone where that was. */
async function settleParts({ taskId, ledger }: Cleaning): Promise<void> {
  const rows = await ledger.list(taskId);
  for (const row of rows) {
    if (!isOpen(row) || row.remover !== PART_OF) continue;
    const whole = rows.find(
      ({ kind, name }) =>
        kind === row.params?.kind && name === row.params?.name,
    );
    // Without a row, the whole never came into being, and neither did its parts.
    if (!whole || (whole.outcome === 'removed' && row.outcome === 'making')) {
      await ledger.forget(row.id);
    } else if (whole.outcome === 'removed') {
      await ledger.settle(row.id, 'removed');
    } else if (whole.outcome === 'kept') {
      await ledger.settle(row.id, 'kept', 'Belongs to something left alone.');
    }
  }
}
