/** A value of a row; numbers as they are written. */
export type CostValue = string | string[] | null;

/** A page of an answer. */
export interface CostPage {
  columns: { name: string; type: string }[];
  rows: CostValue[][];
  nextLink?: string | null;
}

/** What the costs are: as invoiced, or with reservations and savings plans spread over their use. */
export type CostType = 'ActualCost' | 'AmortizedCost';
