/** One entry of `cost.azure`. */
export interface AzureSettings {
  name: string;
  /** No slash at its end. */
  scope: string;
  /** No slash at its end. */
  endpoint: string;
  access: AzureAccess;
  /** Whom the invoice is addressed to. */
  billingAccountId: string;
  counts: 'bill' | 'comparison';
  /** The one tag that is asked for above subscriptions. */
  tag: string;
  restatedDays: number;
}

/** How Portico proves who it is. */
export type AzureAccess =
  | { kind: 'token'; token: string }
  | {
      kind: 'app';
      tenantId: string;
      clientId: string;
      clientSecret: string;
      authorityHost?: string;
    }
  /** The identity of the pod or the machine. */
  | { kind: 'ambient'; authorityHost?: string };
