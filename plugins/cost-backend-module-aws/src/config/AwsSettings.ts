import type { AwsAccess } from '@portico/plugin-aws-node';
import type { Grouping } from '../plan/Grouping';

/** One entry of `cost.aws`. */
export interface AwsSettings extends AwsAccess {
  name: string;
  /** Twelve digits; asked of AWS if absent. */
  billingAccountId?: string;
  counts: 'bill' | 'comparison';
  groupings: Grouping[];
  netOfDiscounts: boolean;
  restatedDays: number;
  requestsPerDay: number;
}
