/** Columns of the table `cost_bill` after its source and day. */
export const BILL_COLUMNS = {
  provider: 'text',
  billing_account: 'text',
  service: 'text',
  currency: 'text',
  standing: 'text',
  kind: 'text',
  rows: 'int',
  billed_original: 'bigint',
  effective_original: 'bigint',
  billed: 'bigint',
  effective: 'bigint',
} as const;
