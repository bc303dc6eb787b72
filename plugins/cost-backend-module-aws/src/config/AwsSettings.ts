import type { Grouping } from '../plan/Grouping';

/** One entry of `cost.aws`. */
export interface AwsSettings {
  name: string;
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  role?: { arn: string; externalId?: string };
  /** Twelve digits; asked of AWS if absent. */
  billingAccountId?: string;
  counts: 'bill' | 'comparison';
  groupings: Grouping[];
  netOfDiscounts: boolean;
  restatedDays: number;
  requestsPerDay: number;
}
