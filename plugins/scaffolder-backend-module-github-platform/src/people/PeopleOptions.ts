import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { FlowLedger, StepGuard } from '@portico/plugin-flows-node';

/** What the actions on people and issues need. */
export interface PeopleOptions {
  integrations: ScmIntegrationRegistry;
  guard: StepGuard;
  ledger: FlowLedger;
  /** Pause before the first repetition; 1,000 if absent. */
  retryDelayMs?: number;
}
