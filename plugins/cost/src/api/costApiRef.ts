import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AnomalyView,
  Breakdown,
  BudgetRow,
  CostBasis,
  CostDimension,
  CostEstimate,
  CostQuery,
  CostResources,
  CostSourceStanding,
  CostSummary,
  EntityCost,
  EstimateItem,
  OrganisationCost,
  ReconciliationRow,
  SavingView,
  ShownMetric,
  UnattributedCauseView,
  UnattributedCost,
  UnattributedItem,
} from '@portico/plugin-cost-common';

/** Which month, in which metric, split by what. */
export interface SplitQuery extends CostQuery {
  by?: CostDimension;
}

/** Where a reader has drilled down to. */
export interface WithinQuery extends SplitQuery {
  /** Ids of the rows above, outermost first. */
  within?: string[];
}

/** Which of what is unattributed. */
export interface UnattributedQuery extends CostQuery {
  cause?: UnattributedCauseView['cause'];
  search?: string;
  /** How many to leave out, from the largest on. */
  offset?: number;
}

/** Findings of one kind, and what the numbers in them are. */
export interface FindingList<T> {
  basis: CostBasis;
  items: T[];
}

/** What to export: `csv` has a line for each day and charge, `focus` the columns of the FOCUS specification. */
export interface ExportQuery extends CostQuery {
  format: 'csv' | 'focus';
  /** Of this entity alone; of everything that the caller may see unless told. */
  entityRef?: string;
}

/**
 * What pages ask of the cost backend, which answers from its database alone. Entities are named by reference, e.g.
 * `component:default/orders`. All of it fails with a `ResponseError`: `NotAllowedError` where costs are not the
 * caller's to see, `NotFoundError` where there is no such entity.
 */
export interface CostApi {
  /** Those that the caller may see, in no order. */
  summaries(entityRefs: string[], query?: CostQuery): Promise<CostSummary[]>;
  entity(entityRef: string, query?: SplitQuery): Promise<EntityCost>;
  /** Resources with their days, of an entity or of one row of it. */
  resources(
    entityRef: string,
    query?: SplitQuery & { within?: string },
  ): Promise<CostResources>;
  organisation(query?: SplitQuery): Promise<OrganisationCost>;
  breakdown(query: WithinQuery): Promise<Breakdown>;
  unattributed(query?: CostQuery): Promise<UnattributedCost>;
  /** A hundred at a time, largest first; `more` are left. */
  unattributedItems(
    query?: UnattributedQuery,
  ): Promise<{ items: UnattributedItem[]; more: number }>;
  /** @param months how many, up to the current one; 13 unless told */
  reconciliation(
    months?: number,
    metric?: ShownMetric,
  ): Promise<ReconciliationRow[]>;
  budgets(query?: CostQuery): Promise<BudgetRow[]>;
  anomalies(query?: CostQuery): Promise<FindingList<AnomalyView>>;
  /** Says of an anomaly that it is known, and why. */
  resolveAnomaly(id: string, reason: string): Promise<void>;
  savings(query?: CostQuery): Promise<FindingList<SavingView>>;
  sources(): Promise<CostSourceStanding[]>;
  /** Has a source collected now, which its provider may charge for. */
  collect(sourceId: string): Promise<void>;
  /** At list prices, before anything is made. */
  estimate(items: EstimateItem[], entityRef?: string): Promise<CostEstimate>;
  /** The file itself. */
  export(query: ExportQuery): Promise<Blob>;
}

/** Client of the cost backend. */
export const costApiRef = createApiRef<CostApi>().with({
  id: 'plugin.cost.client',
  pluginId: 'cost',
});
