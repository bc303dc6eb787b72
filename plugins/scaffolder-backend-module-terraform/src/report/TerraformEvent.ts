import type { Changes } from '../TerraformExecutor';

export type ResourceAction =
  | 'create'
  | 'update'
  | 'replace'
  | 'delete'
  | 'read';
/** What an apply does to one resource; a replacement is a `delete` and a `create`. */
export type ApplyAction = 'create' | 'update' | 'delete';

/** One thing that Terraform reports, whether its log is prose or JSON lines. */
export type TerraformEvent =
  | { type: 'planned'; address: string; action: ResourceAction }
  | { type: 'summary'; changes: Changes }
  | { type: 'start'; address: string; action: ApplyAction }
  | { type: 'progress'; address: string; action: ApplyAction; seconds: number }
  | {
      type: 'complete';
      address: string;
      action: ApplyAction;
      seconds: number;
      id?: string;
    }
  | { type: 'errored'; address: string; action: ApplyAction }
  /** An error or warning, with `file:line` where Terraform names it. */
  | { type: 'diagnostic'; severity: 'error' | 'warning'; text: string }
  | { type: 'note'; text: string };
