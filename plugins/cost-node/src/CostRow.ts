import type {
  ChargeCategory,
  Nanos,
  ServiceCategory,
} from '@portico/plugin-cost-common';

/**
 * One charge of one day: a row of FOCUS 1.2 with its columns in camelCase, as far as Portico uses them. Amounts are in
 * `billingCurrency`.
 */
export interface CostRow {
  /** `ChargePeriodStart`: the day (UTC), `YYYY-MM-DD`. */
  day: string;
  /** Who made what is charged for, e.g. `AWS`. */
  providerName: string;
  /** Whom the invoice is addressed to. */
  billingAccountId: string;
  subAccountId?: string;
  subAccountName?: string;
  regionId?: string;
  serviceCategory: ServiceCategory;
  /** As the provider names it, e.g. `Amazon Relational Database Service`. */
  serviceName: string;
  resourceId?: string;
  resourceName?: string;
  resourceType?: string;
  chargeCategory: ChargeCategory;
  /** True where it corrects an invoice that is closed (`ChargeClass`: `Correction`). */
  correction?: boolean;
  chargeDescription?: string;
  tags: Readonly<Record<string, string>>;
  billedCost: Nanos;
  effectiveCost: Nanos;
  listCost?: Nanos;
  contractedCost?: Nanos;
  /** ISO 4217. */
  billingCurrency: string;
  /** Decimal, in `consumedUnit`. */
  consumedQuantity?: string;
  consumedUnit?: string;
}

/** A row that could not be read; the rest of its file is taken. */
export interface RowProblem {
  /** Which file or page, e.g. `s3://bills/2026-11/part-1.csv`. */
  where: string;
  /** Counted from 1, with the head. */
  line?: number;
  /** What is wrong, and what it should be. */
  message: string;
}
