import {
  Entity,
  parseEntityRef,
  RELATION_HAS_MEMBER,
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** One team with how many people are in it and what it owns. */
export interface Team {
  ref: string;
  type: string;
  description?: string;
  members: string[];
  components: number;
  /** APIs, resources, systems and domains. */
  others: number;
}

/** A team from its group entity. */
export function toTeam(entity: Entity): Team {
  const targets = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);
  const owned = targets(RELATION_OWNER_OF);
  const components = owned.filter(
    ref => parseEntityRef(ref).kind === 'component',
  ).length;
  const type = entity.spec?.type;
  return {
    ref: stringifyEntityRef(entity),
    type: typeof type === 'string' ? type : 'group',
    description: entity.metadata.description,
    members: targets(RELATION_HAS_MEMBER),
    components,
    others: owned.length - components,
  };
}

/** All groups of the catalog: those that own something first, each part by name. */
export function useOrganisation() {
  const catalogApi = useApi(catalogApiRef);
  return useAsyncRetry(async () => {
    const { items } = await catalogApi.getEntities({
      filter: { kind: 'Group' },
      order: { field: 'metadata.name', order: 'asc' },
    });
    const teams = items.map(toTeam);
    const owns = (team: Team) => team.components + team.others > 0;
    return {
      teams: [...teams.filter(owns), ...teams.filter(team => !owns(team))],
      people: new Set(teams.flatMap(team => team.members)).size,
      at: new Date(),
    };
  }, [catalogApi]);
}
