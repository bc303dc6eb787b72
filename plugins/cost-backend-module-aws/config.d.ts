export interface Config {
  cost?: {
    /**
     * AWS Cost Explorer, by the account that pays. Each request costs 0.01 USD, and it knows no resources: as the bill,
     * an export to `cost.focus` is cheaper and says more. Off without this section.
     */
    aws?: Array<{
      /** Name by which people tell it from others. */
      name: string;
      /** Region of the API; `us-east-1` if absent. */
      region?: string;
      /** Another address than AWS's own, e.g. that of a stand-in. */
      endpoint?: string;
      /** Access key; if absent, the SDK finds credentials as usual (pod role, instance role, environment). */
      accessKeyId?: string;
      /**
       * Secret of the access key.
       * @visibility secret
       */
      secretAccessKey?: string;
      /** ARN of a role to assume with these credentials, e.g. one of the account that pays. */
      roleArn?: string;
      /**
       * External id that the role asks for.
       * @visibility secret
       */
      externalId?: string;
      /** Twelve digits of the account that pays, in quotes; that of the role or the caller if absent. */
      billingAccountId?: string;
      /**
       * `bill` (if absent): what it says counts. `comparison`: it is kept beside a bill that comes from elsewhere, e.g.
       * an export, to see that both say the same; in no sum.
       */
      counts?: 'bill' | 'comparison';
      /**
       * What tells whose a cost is, the first that a cost has: `tag:<key>` of cost allocation tags, `cost-category:<name>`.
       * The tags of `cost.tagKeys` if absent; none for a comparison. Each multiplies requests where those before it are not set.
       */
      groupBy?: string[];
      /** Spread negotiated discounts over what they are given for (`NetUnblendedCost`, `NetAmortizedCost`); they are charges of their own if absent. */
      netOfDiscounts?: boolean;
      /** How many days back are asked for each time, since they may still change; 5 if absent. */
      restatedDays?: number;
      /** Most requests a day (UTC) and replica; what is left goes on the next day. 500 if absent, which is 5 USD. */
      requestsPerDay?: number;
    }>;
  };
}
