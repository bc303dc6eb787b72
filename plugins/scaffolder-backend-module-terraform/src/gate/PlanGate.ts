import type { Change } from '@portico/plugin-approvals-common';

/** Stands between a plan and its apply. */
export interface PlanGate {
  /**
   * Asks people where the rules say so, and waits for their answer. May be called again after a restart.
   *
   * @param options.findStaleness says why the plan fits the state no more; `undefined` while it does
   * @returns why it has to be planned again; `undefined` where it may be applied
   * @throws NotAllowedError if it was refused, ConflictError if it expired or was withdrawn
   */
  ask(
    change: Change,
    options: { findStaleness: () => Promise<string | undefined> },
  ): Promise<string | undefined>;
  /** Uses the answer; called right before the plan is applied. */
  use(change: Change): Promise<void>;
}
