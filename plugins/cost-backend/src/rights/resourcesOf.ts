import type { CostCatalog } from '../subjects/CostCatalog';
import type { CostResource } from './resource';

/** All entities of the catalog with whose they are: their owner, and the owner of their system. A group is its own. */
export function resourcesOf(
  catalog: CostCatalog,
): ReadonlyMap<string, CostResource> {
  return new Map(
    [...catalog.byRef.values()].map(({ ref, kind, owner }) => {
      const system = catalog.systemOf(ref);
      const owners = [
        ...(kind === 'group' ? [ref] : []),
        owner,
        system && catalog.byRef.get(system)?.owner,
      ].filter(it => it !== undefined);
      return [ref, { entityRef: ref, owners: [...new Set(owners)] }] as const;
    }),
  );
}
