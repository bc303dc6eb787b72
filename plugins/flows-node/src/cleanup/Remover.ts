import type { LoggerService } from '@backstage/backend-plugin-api';
import type { LedgerRow } from '@portico/plugin-flows-common';

/**
 * Removes things of one kind that a task made. A module registers it, through
 * `flowCleanupExtensionPoint`, beside the action that makes them.
 */
export interface Remover {
  /** e.g. `github:repository`; what `LedgerThing.remover.id` names. */
  id: string;
  /**
   * Looks for the thing, checks that it carries this task's mark, removes it and waits until it is
   * gone. May be called again at any time. Throws what stands in the way, in words for a person.
   *
   * @returns `removed`; `absent` if there is nothing (any more); `foreign` if what is there was not
   *   made by this task, so that it was left alone
   */
  remove(
    row: LedgerRow,
    options: { logger: LoggerService; signal: AbortSignal },
  ): Promise<'removed' | 'absent' | 'foreign'>;
}
