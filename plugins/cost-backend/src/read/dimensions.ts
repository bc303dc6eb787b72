import type { CostDimension } from '@portico/plugin-cost-common';
import type { CostCatalog } from '../subjects/CostCatalog';
import type { Group } from './sql/Dictionaries';
import type { LineDimension } from './sql/lines';

/** Id of what has no value, e.g. of charges without the label. */
export const NONE = '(none)';

/** A value of a dimension, as rows are shown by. */
export interface Value {
  id: string;
  title: string;
  entityRef?: string;
}

/** Dimensions that the roll-ups know. */
export type GroupDimension = Extract<
  CostDimension,
  'category' | 'environment' | 'account' | 'provider'
>;

/** Dimensions that are the catalog's. */
export type EntityDimension = Extract<
  CostDimension,
  'component' | 'system' | 'domain' | 'owner'
>;

const OF_GROUPS: readonly string[] = [
  'category',
  'environment',
  'account',
  'provider',
] satisfies GroupDimension[];
const OF_ENTITIES: readonly string[] = [
  'component',
  'system',
  'domain',
  'owner',
] satisfies EntityDimension[];

/** How lines tell it apart: an environment is the value of a tag. */
export function lineDimension(
  { environmentTag }: { environmentTag: string },
  by: Exclude<CostDimension, EntityDimension>,
): LineDimension {
  return by === 'environment' ? `label:${environmentTag}` : by;
}

export function isOfGroups(by: CostDimension): by is GroupDimension {
  return OF_GROUPS.includes(by);
}

export function isOfEntities(by: CostDimension): by is EntityDimension {
  return OF_ENTITIES.includes(by);
}

/** The value of a group of charges. */
export function valueOfGroup(by: GroupDimension, group: Group): Value {
  if (by !== 'account') return valueOf(by, group[by]);
  return group.account_id === null
    ? valueOf(by, null)
    : { id: group.account_id, title: group.account_name ?? group.account_id };
}

/** A value as it stands in a row of the bill. */
export function valueOf(by: CostDimension, value: string | null): Value {
  return value === null || value === ''
    ? { id: NONE, title: `No ${by.replace(/^label:/, '')}` }
    : { id: value, title: value };
}

/** What an entity's cost counts for: itself, its system, its domain, or its owner. */
export function valueOfEntity(
  by: EntityDimension,
  catalog: CostCatalog,
  entityRef: string,
): Value {
  const ref = {
    component: () => entityRef,
    system: () => catalog.systemOf(entityRef),
    domain: () => catalog.domainOf(entityRef),
    owner: () => ownerOf(catalog, entityRef),
  }[by]();
  // What has left the catalog is told by its name.
  if (ref === undefined) return { id: NONE, title: `No ${by}` };
  const title = catalog.byRef.get(ref)?.title ?? ref.split('/').pop()!;
  return { id: ref, title, entityRef: ref };
}

/** What a group or a person pays itself, such as seats, is its own. */
function ownerOf(catalog: CostCatalog, entityRef: string) {
  const entity = catalog.byRef.get(entityRef);
  return entity && /^(?:group|user)$/.test(entity.kind)
    ? entityRef
    : entity?.owner;
}
