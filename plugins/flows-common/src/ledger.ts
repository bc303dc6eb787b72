import type { JsonObject } from '@backstage/types';

/**
 * What became of one thing that a task touched. `making`: begun, not known to be there. `failed`: clean-up
 * could not remove it.
 */
export type LedgerOutcome =
  | 'making'
  | 'made'
  | 'changed'
  | 'kept'
  | 'removed'
  | 'failed';

/** Remover of rows that go with another; its params are the `kind` and `name` of that. */
export const PART_OF = 'part-of';

/** A line of the table "What this task has done". */
export interface LedgerRow {
  id: number;
  taskId: string;
  /** Step that touched it. */
  stepId: string;
  outcome: LedgerOutcome;
  /** What it is, e.g. "Repository". */
  kind: string;
  /** Its name, e.g. "mini-org/gift-cards". */
  name: string;
  /** Page of the thing. */
  url?: string;
  /** What happens to it if the task fails, e.g. "deleted", "left alone". */
  ifItFails: string;
  /** Command with which a person removes it. */
  command?: string;
  /** Why it could not be removed. */
  message?: string;
  /** When this outcome was reached, ISO 8601. */
  at: string;
  /**
   * Id of the remover that takes it back; `part-of` for what goes with another row, whose `kind` and
   * `name` are the params then.
   */
  remover?: string;
  /** What the remover needs to find it. Never a secret. */
  params?: JsonObject;
}

/** How far the clean-up of a failed or cancelled task is. */
export interface CleanupState {
  taskId: string;
  /** `incomplete`: something could not be removed and no further try is planned. */
  state: 'pending' | 'running' | 'done' | 'incomplete';
  reason: 'failed' | 'cancelled';
  attempts: number;
  startedAt: string;
  /** When it is tried again by itself. */
  nextAttemptAt?: string;
  finishedAt?: string;
}

/** Answer of `GET /api/scaffolder/portico/tasks/:taskId/ledger`. */
export interface TaskLedger {
  rows: LedgerRow[];
  /** Absent while the task runs and when it ended well. */
  cleanup?: CleanupState;
}
