import type { Known } from './hcl/Value';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces */
export interface Workspace {
  id: string;
  name: string;
  description?: string;
  projectId: string;
  autoApply: boolean;
  executionMode: string;
  terraformVersion: string;
  workingDirectory: string;
  structuredRunOutput: boolean;
  tagNames: string[];
  /** False: runs that destroy everything are refused. */
  allowDestroyPlan: boolean;
  locked: boolean;
  lockReason?: string;
  lockedBy?: { type: 'users' | 'runs'; id: string };
  sourceName?: string;
  sourceUrl?: string;
  currentRunId?: string;
  currentStateVersionId?: string;
  createdAt: string;
  updatedAt: string;
}

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspace-variables */
export interface Variable {
  id: string;
  workspaceId: string;
  key: string;
  value: string;
  sensitive: boolean;
  category: 'terraform' | 'env';
  hcl: boolean;
  description?: string;
}

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/configuration-versions */
export interface ConfigurationVersion {
  id: string;
  workspaceId: string;
  status: 'pending' | 'uploaded' | 'errored';
  error?: string;
  errorMessage?: string;
  autoQueueRuns: boolean;
  speculative: boolean;
  /** Last part of the upload URL: whoever has it may upload. */
  uploadToken: string;
  createdAt: string;
  uploadedAt?: string;
}

/** The part of HCP Terraform's run states that the sandbox goes through. See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#run-states */
export type RunStatus =
  | 'pending'
  | 'plan_queued'
  | 'planning'
  | 'planned'
  | 'cost_estimating'
  | 'cost_estimated'
  | 'planned_and_saved'
  | 'planned_and_finished'
  | 'confirmed'
  | 'apply_queued'
  | 'applying'
  | 'applied'
  | 'errored'
  | 'discarded'
  | 'canceled'
  | 'force_canceled';

export interface RunComment {
  id: string;
  body: string;
  createdAt: string;
}

export interface RunEvent {
  id: string;
  action: string;
  createdAt: string;
}

export interface Run {
  id: string;
  workspaceId: string;
  configurationVersionId: string;
  planId: string;
  applyId: string;
  costEstimateId: string;
  status: RunStatus;
  /** ISO 8601 by status with `-at`, e.g. `plan-queued-at`. */
  statusTimestamps: Record<string, string>;
  message: string;
  autoApply: boolean;
  isDestroy: boolean;
  planOnly: boolean;
  /** Reads what is there and changes nothing but the state. */
  refreshOnly: boolean;
  /** The plan is kept for later and does not hold the queue. */
  savePlan: boolean;
  /** HCL values by name. */
  variables: { key: string; value: string }[];
  hasChanges: boolean;
  /** The state that the plan starts from; absent before the plan, and for a plan from nothing. */
  priorStateVersionId?: string;
  cancelRequested: boolean;
  canceledAt?: string;
  comments: RunComment[];
  events: RunEvent[];
  planLogToken: string;
  applyLogToken: string;
  planResult?: PlanResult;
  costEstimate?: CostEstimate;
  /** How many of the plan's changes have been applied. */
  appliedChanges: number;
  stateVersionId?: string;
  createdAt: string;
}

export type ChangeAction =
  | 'no-op'
  | 'create'
  | 'update'
  | 'replace'
  | 'delete'
  | 'read';

/** One resource instance in a state. */
export interface StateResource {
  address: string;
  module?: string;
  mode: 'managed' | 'data';
  type: string;
  name: string;
  index?: string | number;
  attributes: Record<string, Known>;
  /** Attributes that the configuration sets: what is compared with the next one. */
  configured: string[];
  sensitive: string[];
}

/** What a plan wants to do with one resource instance. */
export interface PlannedChange {
  address: string;
  module?: string;
  mode: 'managed' | 'data';
  type: string;
  name: string;
  index?: string | number;
  action: ChangeAction;
  before?: Record<string, Known>;
  /** What is known of it after the apply. */
  after?: Record<string, Known>;
  /** Attributes that only the apply will know. */
  unknown: string[];
  sensitive: string[];
  /** Attributes that can't be changed in place. */
  replaceBecause: string[];
  /** What the apply puts into the state; absent where it removes. */
  result?: StateResource;
  /** Set where the simulated provider will refuse it. */
  failure?: string;
}

export interface PlannedOutput {
  name: string;
  action: 'no-op' | 'create' | 'update' | 'delete';
  before?: Known;
  after?: Known;
  unknown: boolean;
  sensitive: boolean;
  /** The value after the apply. */
  result?: Known;
}

export interface PlanResult {
  changes: PlannedChange[];
  outputs: PlannedOutput[];
  /** As "Plan: 1 to add, 0 to change, 0 to destroy." counts them; a replacement is one add and one destroy. */
  summary: { add: number; change: number; destroy: number };
  /** Non-sensitive root variables. */
  variables: Record<string, Known>;
}

export interface PricedResource {
  address: string;
  type: string;
  name: string;
  /** USD a month. */
  prior: number;
  /** USD a month. */
  proposed: number;
}

export interface CostEstimate {
  matched: PricedResource[];
  unmatched: { address: string; type: string; name: string }[];
  prior: number;
  proposed: number;
}

export interface StateVersion {
  id: string;
  workspaceId: string;
  runId?: string;
  serial: number;
  lineage: string;
  resources: StateResource[];
  outputs: { id: string; name: string; value: Known; sensitive: boolean }[];
  createdAt: string;
}
