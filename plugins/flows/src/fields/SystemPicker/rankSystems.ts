import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** A system as the picker shows it. */
export interface SystemOption {
  entityRef: string;
  title: string;
  description?: string;
  /** Heading that it stands under. */
  group: string;
}

function refOf(
  value: unknown,
  defaultKind: string,
  entity: Entity,
): string | undefined {
  if (typeof value !== 'string' || !value) return undefined;
  return stringifyEntityRef(
    parseEntityRef(value, {
      defaultKind,
      defaultNamespace: entity.metadata.namespace,
    }),
  );
}

/** Systems of the owner first, then those of the domains that the owner works in, then the rest. */
export function rankSystems(
  systems: Entity[],
  owner: string | undefined,
): SystemOption[] {
  const isOwned = (system: Entity) =>
    owner !== undefined && refOf(system.spec?.owner, 'group', system) === owner;
  const domainOf = (system: Entity) =>
    refOf(system.spec?.domain, 'domain', system);
  const domains = new Set(systems.filter(isOwned).map(domainOf));
  domains.delete(undefined);
  const team = owner?.replace(/^.*\//, '');

  const rank = (system: Entity) => {
    if (isOwned(system)) return 0;
    return domains.has(domainOf(system)) ? 1 : 2;
  };
  const groups = [
    `Owned by ${team}`,
    `In the same domain`,
    domains.size || systems.some(isOwned) ? 'Other systems' : 'All systems',
  ];
  return systems
    .map(system => ({
      rank: rank(system),
      option: {
        entityRef: stringifyEntityRef(system),
        title: system.metadata.title ?? system.metadata.name,
        description: system.metadata.description,
        group: groups[rank(system)],
      },
    }))
    .sort(
      (a, b) => a.rank - b.rank || a.option.title.localeCompare(b.option.title),
    )
    .map(({ option }) => option);
}
