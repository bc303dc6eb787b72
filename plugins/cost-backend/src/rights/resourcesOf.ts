import type { CostCatalog } from '../subjects/CostCatalog';
import type { CostResource } from './resource';

/** All entities of the catalog with whose they are: their owner, and the owner of their system. A group is its own. */
export function resourcesOf(
  catalog: CostCatalog,
): ReadonlyMap<string, CostResource> {
  const known = kept.get(catalog);
  if (known) return known;
  const resources = new Map(
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
  kept.set(catalog, resources);
  return resources;
}

/** Catalogs come anew each minute; what follows from one is reckoned once. */
const kept = new WeakMap<CostCatalog, ReadonlyMap<string, CostResource>>();
