import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { FlowLedger, StepGuard } from '@portico/plugin-flows-node';

/** What each of our GitHub actions is built from. */
export interface ActionOptions {
  config: Config;
  integrations: ScmIntegrationRegistry;
  guard: StepGuard;
  ledger: FlowLedger;
  /** Whether people have to act with their own token (`scaffolder.requireScmUserCredentials`). */
  requireScmUserCredentials?: boolean;
  /** Pause before a request is repeated, in ms; tests shorten it. */
  retryDelayMs?: number;
}
