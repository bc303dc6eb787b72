export interface Config {
  /** What services, teams and systems cost: docs/cost.md. */
  cost?: {
    /** ISO 4217 of the currency in which all is added up. Default `USD`. */
    currency?: string;
    /** What other currencies are worth in it. Amounts without a rate are told, and in no sum. */
    rates?: Array<{
      /** ISO 4217. */
      currency: string;
      /** First day that it holds for, `YYYY-MM-DD`. */
      from: string;
      /** Units of the base currency for one, e.g. `'1.0837'`. */
      rate: string | number;
    }>;
    /** Tags or labels of the bill that name a component or resource. Default `[service]`. */
    tagKeys?: string[];
    /** Tag that names the environment. Default `environment`. */
    environmentTag?: string;
    /** Ratio of the bill that may be nobody's. Default 0.1. */
    unattributedGoal?: number;
    /** Months that are collected at first. Default 13. */
    backfillMonths?: number;
    /** Part of the time that old months may take of the process: 1 for as fast as it can. Default 0.35. */
    backfillShare?: number;
    /** Hours between two looks at the newest days of each bill. Default 6. */
    everyHours?: number;
    /**
     * Whose the rows are that no selector (`portico/cost-selector`) claims; the first that matches decides. A rule with
     * neither `entity`, `tag` nor `split` says that the cost is shared, and nobody has said how.
     */
    rules?: Array<{
      /** As pages show it. */
      name?: string;
      /** Conditions that all hold, e.g. `provider=Datadog` or `tag:app=*-batch`. */
      when: string | string[];
      /** Entity that pays. */
      entity?: string;
      /** Tag whose value names the entity that pays. */
      tag?: string;
      split?: {
        /** The same for each of these entities, or for `all` components. */
        evenly?: string[] | 'all';
        /** In proportion to what each costs by itself that day. */
        inProportion?: string[] | 'all';
        /** In fixed proportions, by entity. */
        shares?: { [entity: string]: number };
        /** By what the workloads of that cluster asked for. */
        byCluster?: string;
        /** With `byCluster`: whether what nobody asked for is `nobody`'s (default), or `shared` by those who asked. */
        idle?: 'nobody' | 'shared';
      };
    }>;
    /** Monthly budgets, beside those of the annotation `portico/cost-budget`. */
    budgets?: Array<{
      /** Whose it is: one of entity, organisation, provider and category. */
      entity?: string;
      organisation?: boolean;
      /** As the bill names it, e.g. `AWS`. */
      provider?: string;
      /** Service category of FOCUS, e.g. `Compute`. */
      category?: string;
      /** e.g. `6000 USD`. */
      amount: string;
    }>;
    /** Groups that are told of the organisation's budgets, and of what is nobody's, e.g. `[finance]`. */
    tell?: string[];
    /** What cost is divided by. */
    unitCosts?: Array<{
      /** e.g. `per million requests`. */
      title: string;
      /** As its provider names it, e.g. `requests`. */
      unit: string;
      /** How many make one. Default 1. */
      per?: number;
    }>;
    /** What things cost a month before they are there: for estimates in forms, flows and approvals. */
    prices?: {
      /** ISO 4217. */
      currency: string;
      /** When these prices held, `YYYY-MM-DD`. */
      asOf: string;
      /** Whose prices these are, e.g. `AWS on-demand list prices, us-east-1`. */
      source: string;
      /** Page of the prices. */
      url?: string;
      items: Array<{
        /** As templates name it, e.g. `database`. */
        id: string;
        title: string;
        /** The first is taken where none is asked for. */
        sizes: Array<{
          /** e.g. `db.t4g.micro`. */
          id: string;
          /** What it has, and what use it is reckoned with. */
          detail?: string;
          /** e.g. `'14.38'`. */
          monthly: string | number;
          /** Where an environment's is another. */
          environments?: { [environment: string]: string | number };
        }>;
        /** How Terraform plans name it, for those without an estimate of HCP Terraform. */
        terraform?: {
          /** e.g. `aws_db_instance`. */
          type: string;
          /** Attribute that says the size, e.g. `instance_class`. */
          size?: string;
          /** Attributes that multiply the price: by their number, or by `times` where they are true. */
          factors?: Array<{ attribute: string; times?: string | number }>;
          /** So much is added for each unit of an attribute beyond `included`. */
          extras?: Array<{
            attribute: string;
            included: string | number;
            each: string | number;
          }>;
        };
      }>;
      /** Terraform types that cost nothing themselves. */
      free?: string[];
    };
  };
}
