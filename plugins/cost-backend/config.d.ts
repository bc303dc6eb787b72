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
      };
    }>;
    /** Monthly budgets, beside those of the annotation `portico/cost-budget`. */
    budgets?: Array<{
      entity?: string;
      organisation?: boolean;
      /** e.g. `6000 USD`. */
      amount: string;
    }>;
    /** What cost is divided by. */
    unitCosts?: Array<{
      /** e.g. `per million requests`. */
      title: string;
      /** As its provider names it, e.g. `requests`. */
      unit: string;
      /** How many make one. Default 1. */
      per?: number;
    }>;
  };
}
