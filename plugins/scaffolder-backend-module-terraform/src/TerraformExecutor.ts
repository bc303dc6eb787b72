import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { LedgerRow } from '@portico/plugin-flows-common';
import type { LedgerThing } from '@portico/plugin-flows-node';
import type { Redactor } from './report/Redactor';

/** A value for Terraform: an input variable, or an environment variable of its run. */
export interface TerraformVariable {
  key: string;
  value: JsonValue;
  category: 'terraform' | 'env';
  /** Never shown, never logged. */
  sensitive: boolean;
}

/** What a step wants, checked. */
export interface ApplyRequest {
  /** Name of the workspace. */
  workspace: string;
  /** Absolute path of the configuration, inside the task's workspace folder. */
  directory: string;
  variables: TerraformVariable[];
  /** Confirms the plan; otherwise somebody does in HCP Terraform. */
  confirm: boolean;
  planOnly: boolean;
  /** Flat tags for a new workspace. */
  tags: string[];
  /** e.g. `component:default/gift-cards`: tasks for the same entity may change the workspace. */
  entityRef?: string;
  /** Name of the HCP Terraform instance; the first if absent. */
  instance?: string;
  taskId: string;
  stepId: string;
}

/** The ledger of the step that runs; see `FlowLedger`. */
export interface StepLedger {
  ensure<T extends { created: boolean; url?: string }>(
    thing: LedgerThing,
    work: () => Promise<T>,
  ): Promise<T>;
  note(
    outcome: Exclude<LedgerRow['outcome'], 'failed'>,
    thing: Omit<LedgerThing, 'remover'>,
  ): Promise<void>;
}

/** What an executor is given beside the request. */
export interface ExecutorContext {
  logger: LoggerService;
  /** Aborts when the task is cancelled or its time is up. */
  signal: AbortSignal;
  redactor: Redactor;
  ledger: StepLedger;
  checkpoint<T extends JsonValue>(options: {
    key: string;
    fn: () => Promise<T>;
  }): Promise<T>;
  createTemporaryDirectory(): Promise<string>;
}

/** As "Plan: 3 to add, 0 to change, 0 to destroy" counts; a replacement is one addition and one destruction. */
export interface Changes {
  add: number;
  change: number;
  destroy: number;
}

export interface ApplyResult {
  runId?: string;
  runUrl?: string;
  workspaceUrl?: string;
  /** True if the workspace did not exist before this task. */
  created: boolean;
  changes: Changes;
  /** Estimated by HCP Terraform. */
  monthlyCost?: { before: number; after: number; currency: string };
  /** Values that may be shown. */
  outputs: Record<string, JsonValue>;
  /** Names of the others. */
  sensitiveOutputs: string[];
}

/** Plans and applies a configuration. */
export interface TerraformExecutor {
  apply(request: ApplyRequest, context: ExecutorContext): Promise<ApplyResult>;
  /** Says in the log what `apply` would do, and changes nothing. */
  explain(request: ApplyRequest, context: ExecutorContext): Promise<void>;
}
