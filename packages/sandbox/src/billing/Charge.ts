/** Millionths of a dollar: a whole number, so that sums are exact. */
export type Micros = number;

/** One charge of one day, as FOCUS has it; services present it in their own form. In US dollars. */
export interface Charge {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  providerName: 'AWS' | 'Microsoft' | 'Datadog';
  /** Twelve digits at AWS, a subscription at Azure. */
  accountId: string;
  accountName: string;
  regionId?: string;
  /** A service category of FOCUS, e.g. `Compute`. */
  serviceCategory: string;
  /** As the provider names it. */
  serviceName: string;
  resourceId?: string;
  resourceName?: string;
  /** As Cost Explorer names it, e.g. `USE1-BoxUsage:m6i.2xlarge`. */
  usageType: string;
  chargeCategory: 'Usage' | 'Purchase' | 'Tax' | 'Credit';
  description: string;
  tags: Readonly<Record<string, string>>;
  listCost: Micros;
  /** What the invoice says. */
  billedCost: Micros;
  /** With what was paid in advance spread over what it was used for. */
  effectiveCost: Micros;
  quantity?: number;
  unit?: string;
}

/** Something that costs by the day. */
export type Priced = Omit<
  Charge,
  'day' | 'listCost' | 'billedCost' | 'effectiveCost' | 'quantity'
> & {
  /** List price of a usual day, in dollars. */
  usd: number;
  /** Part of it that goes with the traffic, 0 to 1; the rest is the same each day. */
  elastic: number;
  /** Part of the list price that a Savings Plan covers, 0 to 1. */
  covered?: number;
  /** Units of a usual day. */
  quantity?: number;
};
