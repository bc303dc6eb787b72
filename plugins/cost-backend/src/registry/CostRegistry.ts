import { ConflictError } from '@backstage/errors';
import type {
  AllocationProvider,
  CostExtensionPoint,
  CostProvider,
  UnitProvider,
} from '@portico/plugin-cost-node';

/** What modules have added. */
export class CostRegistry implements CostExtensionPoint {
  readonly providers = new Map<string, CostProvider>();
  readonly allocations = new Map<string, AllocationProvider>();
  readonly units = new Map<string, UnitProvider>();

  addProvider(provider: CostProvider): void {
    this.#add(this.providers, provider);
  }

  addAllocationProvider(provider: AllocationProvider): void {
    for (const known of this.allocations.values()) {
      const both = provider.clusters.find(it => known.clusters.includes(it));
      if (both !== undefined) {
        throw new ConflictError(
          `${known.id} and ${provider.id} both say who uses cluster ${both}; leave one out of the config.`,
        );
      }
    }
    this.#add(this.allocations, provider);
  }

  addUnitProvider(provider: UnitProvider): void {
    for (const known of this.units.values()) {
      if (known.unit === provider.unit) {
        throw new ConflictError(
          `${known.id} and ${provider.id} both count ${known.unit}; give one another name.`,
        );
      }
    }
    this.#add(this.units, provider);
  }

  #add<T extends { id: string }>(known: Map<string, T>, item: T): void {
    const all = [this.providers, this.allocations, this.units];
    if (all.some(it => it.has(item.id))) {
      throw new ConflictError(
        `Cost has a source '${item.id}' already; give one of the two another name in the config.`,
      );
    }
    known.set(item.id, item);
  }
}
