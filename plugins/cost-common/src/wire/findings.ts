import type { Amount } from './common';

/** Something that costs more than is usual. */
export interface AnomalyView {
  id: string;
  /** Whose it is; undefined where it is nobody's. */
  entityRef?: string;
  title: string;
  /** First day, and the last where it is over. */
  since: string;
  until?: string;
  /** A day, beyond what is usual. */
  excess: Amount;
  /** Times the usual. */
  factor: number;
  /** Likely cause: the resources or services that grew, and changes merged or applied at that time. */
  because: string;
  links: { title: string; url: string }[];
  /** From a week before to the last day known. */
  days: string[];
  amounts: (Amount | null)[];
  usual: Amount;
  state: 'open' | 'resolved' | 'over';
  /** Who said that it is known, and why. */
  resolved?: { by: string; at: string; reason: string };
}

/** A threshold of a budget that was passed. */
export interface BudgetAlertView {
  id: string;
  entityRef?: string;
  title: string;
  month: string;
  threshold: 'half' | 'most' | 'spent' | 'forecast';
  /** ISO 8601. */
  at: string;
  /** In words, with amounts. */
  message: string;
}

/** What could be had for less. */
export interface SavingView {
  id: string;
  kind: 'idle' | 'oversized' | 'unattached';
  entityRef?: string;
  title: string;
  /** What was seen, and what to do. */
  detail: string;
  /** Estimated, a month. */
  monthly: Amount;
  resources: string[];
}
