import type { FlowLedger, StepGuard } from '@portico/plugin-flows-node';
import type { AwsIdentity } from '../client/AwsIdentity';

/** What the AWS identity actions need. */
export interface ActionOptions {
  aws: AwsIdentity;
  guard: StepGuard;
  ledger: FlowLedger;
  /** `app.baseUrl`: what a user that a task makes links to. */
  portalUrl: string;
}
