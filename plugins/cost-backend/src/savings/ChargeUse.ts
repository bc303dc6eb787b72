/** What a charge cost over some days, by who pays it. */
export interface ChargeUse {
  service: string;
  category: string;
  resource?: string;
  description: string;
  accountName?: string;
  environment?: string;
  unit?: string;
  /** Reference of the entity that it is the own cost of. */
  entityRef?: string;
  /** By which it is shared, or idle. */
  rule?: string;
  /** Whether no workload asked for it. */
  idle: boolean;
  /** In units of the base currency. */
  cost: number;
  /** On how many days it was there, and its least quantity on any of them. */
  days: number;
  leastQuantity?: number;
}
