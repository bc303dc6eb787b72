import type { CostSelector } from '@portico/plugin-cost-common';

/** An entity as far as the bill is concerned. */
export interface CostSubject {
  /** e.g. `component:default/orders`. */
  entityRef: string;
  /** `metadata.name`: what the default selector and tags name. */
  name: string;
  /** From `portico/cost-selector`; absent for the default, the tag `service` of its name. */
  selector?: CostSelector;
  /** Of a resource: the components that depend on it, by reference. What it costs is theirs. */
  dependents: string[];
}
