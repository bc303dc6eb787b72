import type { FlowLedger, StepGuard } from '@portico/plugin-flows-node';
import type { OktaOrgs } from '../client/OktaOrgs';

/** What the Okta actions need. */
export interface ActionOptions {
  orgs: OktaOrgs;
  guard: StepGuard;
  ledger: FlowLedger;
  /** `app.baseUrl`: what a person's profile in Okta links to. */
  portalUrl: string;
}
