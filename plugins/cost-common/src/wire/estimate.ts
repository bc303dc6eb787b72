import type { Amount } from './common';

/** What somebody is about to make. */
export interface EstimateItem {
  /** Key of the price list in config, e.g. `postgresql`. */
  item: string;
  /** e.g. `small`; the list's default if absent. */
  size?: string;
  environment?: string;
  /** 1 if absent. */
  count?: number;
}

/** `POST /estimate` `{ items, entityRef? }`: at list prices from the config, before anything is made. */
export interface CostEstimate {
  currency: string;
  monthly: Amount;
  lines: {
    title: string;
    monthly: Amount;
    /** What it has, and what use it is reckoned with. */
    detail?: string;
    /** Where the price is from, e.g. `price list of the portal, 1 November 2026`. */
    note: string;
  }[];
  /** What no price is known for; then the estimate is a lower bound and says so. */
  unknown: string[];
  /** When the prices held, `YYYY-MM-DD`, and whose they are; absent without a price list. */
  asOf?: string;
  source?: string;
  /** What the entity costs now (forecast), afterwards, and its budget. */
  entity?: {
    monthlyBefore: Amount;
    monthlyAfter: Amount;
    budget?: Amount;
    /** Last day of the bills that the forecast is made from, `YYYY-MM-DD`. */
    through?: string;
  };
  /** Why `entity` is absent though one was named, in a sentence. */
  entityProblem?: string;
}
