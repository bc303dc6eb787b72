import type { ApprovalsClient } from '@portico/plugin-approvals-node';
import type { FlowLedger, StepGuard } from '@portico/plugin-flows-node';
import type { TerraformExecutor } from '../TerraformExecutor';

/** What the actions of this module are made with. */
export interface StepOptions {
  executors: Record<'hcp' | 'cli', TerraformExecutor>;
  defaultExecutor: 'hcp' | 'cli';
  guard: StepGuard;
  ledger: FlowLedger;
  approvals: ApprovalsClient;
}
