import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { relationTargets } from './entityFacts';

/** One list of the relations card. */
export interface RelationColumn {
  title: string;
  refs: string[];
}

interface Layout {
  title: string;
  /** Lists, each with the relations that fill it; `kind` narrows the targets. */
  columns: Array<{ title: string; types: string[]; kind?: string }>;
}

const dependencies: Layout = {
  title: 'Dependencies',
  columns: [
    { title: 'Uses', types: [RELATION_DEPENDS_ON, RELATION_CONSUMES_API] },
    { title: 'Used by', types: [RELATION_DEPENDENCY_OF] },
    { title: 'Provides', types: [RELATION_PROVIDES_API] },
    { title: 'Contains', types: [RELATION_HAS_PART] },
  ],
};

const layouts: Record<string, Layout> = {
  Component: dependencies,
  Resource: dependencies,
  API: {
    title: 'Dependencies',
    columns: [
      { title: 'Provided by', types: [RELATION_API_PROVIDED_BY] },
      { title: 'Used by', types: [RELATION_API_CONSUMED_BY] },
    ],
  },
  System: {
    title: 'Parts',
    columns: [
      { title: 'Components', types: [RELATION_HAS_PART], kind: 'component' },
      { title: 'APIs', types: [RELATION_HAS_PART], kind: 'api' },
      { title: 'Resources', types: [RELATION_HAS_PART], kind: 'resource' },
    ],
  },
  Domain: {
    title: 'Parts',
    columns: [
      { title: 'Systems', types: [RELATION_HAS_PART], kind: 'system' },
      { title: 'Domains', types: [RELATION_HAS_PART], kind: 'domain' },
    ],
  },
  Group: {
    title: 'Team',
    columns: [
      { title: 'Owns', types: [RELATION_OWNER_OF] },
      { title: 'Members', types: [RELATION_HAS_MEMBER] },
      { title: 'Teams', types: [RELATION_PARENT_OF] },
    ],
  },
  User: {
    title: 'Belongs to',
    columns: [
      { title: 'Teams', types: [RELATION_MEMBER_OF] },
      { title: 'Owns', types: [RELATION_OWNER_OF] },
    ],
  },
};

const kinds = ['domain', 'system', 'component', 'api', 'resource'];

/** Systems before components before APIs, each by name. */
function byKind(a: string, b: string): number {
  const rank = (ref: string) => {
    const index = kinds.indexOf(parseEntityRef(ref).kind);
    return index < 0 ? kinds.length : index;
  };
  return rank(a) - rank(b) || a.localeCompare(b);
}

/** Title and lists of the relations card; empty lists are left out unless all are empty. */
export function relationColumns(entity: Entity): {
  title: string;
  columns: RelationColumn[];
} {
  const layout = layouts[entity.kind] ?? dependencies;
  const columns = layout.columns.map(({ title, types, kind }) => ({
    title,
    refs: [
      ...new Set(types.flatMap(type => relationTargets(entity, type, kind))),
    ].sort(byKind),
  }));
  return {
    title: layout.title,
    columns: columns.filter(({ refs }) => refs.length > 0),
  };
}
