import {
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { tierOf, type HealthSummary } from '@portico/plugin-health-common';

/** What lists show of an entity beside its state. */
export type EntityFacts = Pick<
  HealthSummary,
  | 'entityRef'
  | 'title'
  | 'tier'
  | 'owner'
  | 'system'
  | 'domain'
  | 'type'
  | 'lifecycle'
>;

/** Whether an entity is something that runs. */
export function hasHealth(entity: Entity, ignoreTypes: string[]): boolean {
  const type = entity.spec?.type;
  return (
    entity.kind.toLowerCase() === 'component' &&
    !(typeof type === 'string' && ignoreTypes.includes(type.toLowerCase()))
  );
}

/** @param systemOf finds the entity of a system, which knows its domain */
export function factsOf(
  entity: Entity,
  systemOf: (ref: string) => Entity | undefined,
): EntityFacts {
  const system = related(entity, RELATION_PART_OF, 'system');
  const domain = system && systemOf(system);
  return withoutUndefined({
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
    tier: tierOf(entity),
    owner: related(entity, RELATION_OWNED_BY),
    system,
    domain: domain && related(domain, RELATION_PART_OF, 'domain'),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
  });
}

function related(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations?.find(
    relation =>
      relation.type === type &&
      (!kind || parseEntityRef(relation.targetRef).kind === kind),
  )?.targetRef;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, it]) => it !== undefined),
  ) as T;
}
