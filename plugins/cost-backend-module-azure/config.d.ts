export interface Config {
  cost?: {
    /** Azure Cost Management, by its query API; docs/cost.md. Off without this section. */
    azure?: Array<{
      /** Name by which people tell it from others. */
      name: string;
      /**
       * What is asked about: `/subscriptions/<id>` (by resource, with all tags),
       * `/providers/Microsoft.Management/managementGroups/<id>` or `/providers/Microsoft.Billing/billingAccounts/<id>`
       * (by subscription and service, with one tag).
       */
      scope: string;
      /** `https://management.azure.com` if absent. */
      endpoint?: string;
      /**
       * A bearer token, for a stand-in; real ones last an hour.
       * @visibility secret
       */
      token?: string;
      /** Directory of the app registration; with `clientId` and `clientSecret`. */
      tenantId?: string;
      /** App registration, with the role Cost Management Reader on the scope; without it, the identity of the pod or the machine is used. */
      clientId?: string;
      /**
       * Secret of the app registration.
       * @visibility secret
       */
      clientSecret?: string;
      /** Where tokens are issued, e.g. `https://login.microsoftonline.us`; the public cloud's if absent. */
      authorityHost?: string;
      /** Whom the invoice is addressed to; the last part of the scope if absent. */
      billingAccountId?: string;
      /**
       * `bill` (if absent): what it says counts. `comparison`: it is kept beside a bill that comes from elsewhere, e.g.
       * an export, to see that both say the same; in no sum.
       */
      counts?: 'bill' | 'comparison';
      /** Tag that names a service, where the scope is above subscriptions; the first of `cost.tagKeys` if absent. */
      tag?: string;
      /** How many days back are asked for each time, since they may still change; 5 if absent. */
      restatedDays?: number;
    }>;
  };
}
