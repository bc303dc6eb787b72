import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  getEntitySourceLocation,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { formatObjectives } from './formatObjectives';

/** One fact of the header: a label and either words or references to other entities. */
export interface EntityFact {
  label: string;
  text?: string;
  refs?: string[];
}

/** A link at the right of the header. `to` is an address or a path in the portal. */
export interface EntityHeaderLink {
  title: string;
  to: string;
}

/** Targets of a relation, optionally of one kind only (lower case). */
export function relationTargets(
  entity: Entity,
  type: string,
  kind?: string,
): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .filter(ref => !kind || parseEntityRef(ref).kind === kind);
}

function specString(entity: Entity, key: string): string | undefined {
  const value = entity.spec?.[key];
  return typeof value === 'string' && value ? value : undefined;
}

/** What stands under the name: owner, lifecycle, system, tier; for people and teams what fits them. */
export function entityFacts(entity: Entity): EntityFact[] {
  const profile = entity.spec?.profile as { email?: string } | undefined;
  const facts: EntityFact[] = [
    { label: 'Owner', refs: relationTargets(entity, RELATION_OWNED_BY) },
    { label: 'Lifecycle', text: specString(entity, 'lifecycle') },
    {
      label: 'System',
      refs: relationTargets(entity, RELATION_PART_OF, 'system'),
    },
    {
      label: 'Domain',
      refs: relationTargets(entity, RELATION_PART_OF, 'domain'),
    },
    { label: 'Tier', text: entity.metadata.annotations?.['portico/tier'] },
    {
      label: 'Objectives',
      text: formatObjectives(entity.metadata.annotations?.['portico/slo']),
    },
    { label: 'Part of', refs: relationTargets(entity, RELATION_CHILD_OF) },
    { label: 'Teams', refs: relationTargets(entity, RELATION_MEMBER_OF) },
    { label: 'E-mail', text: profile?.email },
    { label: 'Tags', text: entity.metadata.tags?.join(', ') },
  ];
  return facts.filter(fact => fact.text || fact.refs?.length);
}

/** Where the entity's source lies, as an address for people. */
export function repositoryUrl(entity: Entity): string | undefined {
  if (!entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION]) {
    return undefined;
  }
  const { type, target } = getEntitySourceLocation(entity);
  return type === 'url' ? target.replace(/\/$/, '') : undefined;
}

/** Repository and docs, then the entity's own links. */
export function entityLinks(entity: Entity): EntityHeaderLink[] {
  const {
    annotations = {},
    namespace = 'default',
    name,
    links,
  } = entity.metadata;
  const result: EntityHeaderLink[] = [];
  const repository = repositoryUrl(entity);
  const own = new Set(links?.map(link => link.title));
  if (repository && !own.has('Repository')) {
    result.push({ title: 'Repository', to: repository });
  }
  if (annotations['backstage.io/techdocs-ref'] && !own.has('Docs')) {
    result.push({
      title: 'Docs',
      to: `/docs/${namespace}/${entity.kind.toLowerCase()}/${name}`,
    });
  }
  for (const link of links ?? []) {
    if (link.url !== repository) {
      result.push({ title: link.title ?? link.url, to: link.url });
    }
  }
  return result;
}
