import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { Change } from '@portico/plugin-approvals-common';
import type { LedgerRow } from '@portico/plugin-flows-common';
import type { LedgerThing } from '@portico/plugin-flows-node';
import type { PlanCosts } from './cost/PriceListCosts';
import type { PlanGate } from './gate/PlanGate';
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
  /** For people who decide on the plan, e.g. `production`. */
  environment?: string;
  /** The run of an earlier step of the same task: exactly its plan is applied. */
  runId?: string;
  /** What was planned by an earlier step; another plan is refused, or asked for again. */
  fingerprint?: string;
}

/** What a workspace is asked to destroy. */
export interface DestroyRequest
  extends Omit<
    ApplyRequest,
    'directory' | 'planOnly' | 'fingerprint' | 'runId'
  > {
  /** Absolute path of the configuration; the one that the workspace has if absent. */
  directory?: string;
  /** Deletes the workspace, once it manages nothing. */
  deleteWorkspace: boolean;
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
  /** Asks people before a plan is applied; absent: nobody is asked. */
  gate?: PlanGate;
  /** Estimates what nobody else has; absent: such plans stay without a cost. */
  costs?: PlanCosts;
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

export interface PlanResult
  extends Pick<
    ApplyResult,
    'runId' | 'runUrl' | 'workspaceUrl' | 'created' | 'changes' | 'monthlyCost'
  > {
  /** What would change, for people to decide on. */
  change: Change;
}

export interface DestroyResult
  extends Pick<ApplyResult, 'runId' | 'runUrl' | 'workspaceUrl'> {
  /** How many resources were destroyed. */
  destroyed: number;
  /** Whether the workspace is gone, deleted now or before. */
  workspaceDeleted: boolean;
}

/** Plans and applies a configuration. */
export interface TerraformExecutor {
  /** Plans, and keeps the plan for `apply` unless it is to be planned alone. */
  plan(request: ApplyRequest, context: ExecutorContext): Promise<PlanResult>;
  /** Destroys all that a workspace manages. Nothing is there: nothing is done. */
  destroy(
    request: DestroyRequest,
    context: ExecutorContext,
  ): Promise<DestroyResult>;
  apply(request: ApplyRequest, context: ExecutorContext): Promise<ApplyResult>;
  /** Says in the log what `apply` would do, and changes nothing. */
  explain(request: ApplyRequest, context: ExecutorContext): Promise<void>;
}
