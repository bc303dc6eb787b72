import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { LedgerRow } from '@portico/plugin-flows-common';

/** The part of an action's context that tells whose step it is. */
export type LedgerContext = Pick<
  ActionContext<JsonObject>,
  'task' | 'step' | 'isDryRun'
>;

/** One thing of the outside world that a step is about to make. */
export interface LedgerThing {
  /** What it is, e.g. "Repository". */
  kind: string;
  /** Its name, e.g. "mini-org/gift-cards". Kind and name together are unique within a task. */
  name: string;
  /** Page of the thing. */
  url?: string;
  /** What happens to it if the task fails, e.g. "deleted", "destroyed, then deleted", "left alone". */
  ifItFails: string;
  /** Command with which a person removes it where clean-up could not. Never holds a secret. */
  command?: string;
  /** Who removes it if the task fails; without one it stays, and `ifItFails` has to say so. */
  remover?: {
    /** Id of a `Remover` that a module registered, e.g. `github:repository`. */
    id: string;
    /** What the remover needs to find the thing again. Never a secret: it is stored in clear. */
    params: JsonObject;
  };
  /** The thing of the same task that it goes with, e.g. the repository of a webhook: removed when that is. */
  partOf?: { kind: string; name: string };
}

/**
 * What each task made, found and removed: written to the scaffolder's database *before* the outside
 * call is made, so that whatever dies in between can be found and removed again.
 */
export interface FlowLedger {
  /**
   * Notes the thing as `making`, runs `work`, and notes it as `made` or, where `work` says that it did
   * not create it, as `kept`. If `work` throws, the thing stays `making`, and clean-up looks whether it
   * came into being. In a dry run only `work` is run.
   */
  ensure<T extends { created: boolean; url?: string }>(
    ctx: LedgerContext,
    thing: LedgerThing,
    work: () => Promise<T>,
  ): Promise<T>;
  /**
   * Notes what a step changed, found and left alone, or removed, or what came into being on its own
   * account, e.g. in a Terraform run. Nothing of it is undone, unless it goes with something that is.
   */
  note(
    ctx: LedgerContext,
    outcome: 'making' | 'made' | 'changed' | 'kept' | 'removed',
    thing: Omit<LedgerThing, 'remover'>,
  ): Promise<void>;
  /** All rows of a task, in the order in which they were begun. */
  list(taskId: string): Promise<LedgerRow[]>;
}
