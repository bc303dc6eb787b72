import type { CostCondition } from '@portico/plugin-cost-common';

/** How a shared cost is split. */
export type Split =
  /** The same for each. */
  | { by: 'even'; among: string[] }
  /** In proportion to what each costs by itself that day. */
  | { by: 'cost'; among: string[] }
  /** In fixed proportions, e.g. `{ 'component:default/orders': 3 }`. */
  | { by: 'share'; shares: Record<string, number> }
  /** In proportion to a cluster's allocation that day, by entity; what nobody asked for is idle. */
  | { by: 'allocation'; cluster: string };

/** A rule of the config. The first that matches a row decides, after the selectors of entities. */
export interface AttributionRule {
  /** As the page shows it beside what it attributes. */
  name: string;
  /** All have to match. */
  when: CostCondition[];
  /** The entity that pays, or the value of a tag that names it (`tag:app`), or a split; a rule with none says that the cost is shared and nobody has said how. */
  entityRef?: string;
  tag?: string;
  split?: Split;
}
