import type { ApprovalsClient } from '@portico/plugin-approvals-node';
import type { FlowLedger, StepGuard } from '@portico/plugin-flows-node';
import type { PlanCosts } from '../cost/PriceListCosts';
import type { TerraformExecutor } from '../TerraformExecutor';

/** What the actions of this module are made with. */
export interface StepOptions {
  executors: Record<'hcp' | 'cli', TerraformExecutor>;
  defaultExecutor: 'hcp' | 'cli';
  guard: StepGuard;
  ledger: FlowLedger;
  approvals: ApprovalsClient;
  /** Estimates plans that nobody else has; absent: those stay without a cost. */
  costs?: PlanCosts;
}
