import { HEALTH_STATES, type HealthState } from '@portico/plugin-health-common';
import type {
  DefaultEntityFilters,
  EntityFilter,
} from '@backstage/plugin-catalog-react';

/**
 * States that the catalog list is narrowed down to. The list's health columns know the states and leave rows
 * out; here is only what was chosen, which the list keeps in the address.
 */
export class HealthStateFilter implements EntityFilter {
  constructor(readonly states: HealthState[]) {}

  toQueryValue(): string[] {
    return this.states;
  }

  /** What an address says; words that are no states are left out. */
  static fromQuery(
    value: string | string[] | undefined,
  ): HealthStateFilter | undefined {
    const words = [value ?? []].flat();
    const states = HEALTH_STATES.filter(state => words.includes(state));
    return states.length > 0 ? new HealthStateFilter(states) : undefined;
  }
}

/** The list's filters, with ours. */
export type FiltersWithHealth = DefaultEntityFilters & {
  health?: HealthStateFilter;
};
