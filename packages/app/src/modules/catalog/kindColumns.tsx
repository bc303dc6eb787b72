import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { RowColumn } from '@portico/ui';
import { ReactNode } from 'react';
import { EntityName } from '../entity/EntityName';

/** A column of the catalog list that the entity itself fills. */
export interface KindColumn extends RowColumn {
  cell(entity: Entity): ReactNode;
}

function word(value: unknown): string {
  return typeof value === 'string' && value ? value : 'none';
}

/** A link to what a field of the spec names, e.g. `spec.owner: commerce`. */
function reference(entity: Entity, field: string, defaultKind: string) {
  const value = entity.spec?.[field];
  if (typeof value !== 'string') return 'none';
  const ref = parseEntityRef(value, {
    defaultKind,
    defaultNamespace: entity.metadata.namespace,
  });
  return <EntityName plain entityRef={stringifyEntityRef(ref)} />;
}

const owner: KindColumn = {
  id: 'owner',
  title: 'Owner',
  wide: true,
  width: '12%',
  cell: entity => reference(entity, 'owner', 'group'),
};
const system: KindColumn = {
  id: 'system',
  title: 'System',
  wide: true,
  width: '16%',
  cell: entity => reference(entity, 'system', 'system'),
};
const domain: KindColumn = {
  id: 'domain',
  title: 'Domain',
  wide: true,
  cell: entity => reference(entity, 'domain', 'domain'),
};
const type: KindColumn = {
  id: 'type',
  title: 'Type',
  wide: true,
  width: '112px',
  cell: entity => word(entity.spec?.type),
};
const lifecycle: KindColumn = {
  id: 'lifecycle',
  title: 'Lifecycle',
  wide: true,
  width: '108px',
  cell: entity => word(entity.spec?.lifecycle),
};
const description: KindColumn = {
  id: 'description',
  title: 'Description',
  wide: true,
  cell: ({ metadata }) => (
    <span title={metadata.description}>{metadata.description ?? 'none'}</span>
  ),
};
const target: KindColumn = {
  id: 'target',
  title: 'Target',
  wide: true,
  cell: ({ spec }) => [spec?.targets ?? spec?.target].flat().join(', '),
};
const email: KindColumn = {
  id: 'email',
  title: 'Email',
  wide: true,
  cell: ({ spec }) =>
    word((spec?.profile as { email?: string } | undefined)?.email),
};

const byKind: Record<string, KindColumn[]> = {
  component: [owner, system, type, lifecycle],
  user: [email, description],
  group: [type, description],
  template: [owner, type, description],
  location: [type, target],
  domain: [owner, description],
  system: [owner, domain, description],
};

/** What the list says of a kind, beside its name. */
export function kindColumns(kind: string): KindColumn[] {
  return (
    byKind[kind.toLowerCase()] ?? [owner, system, type, lifecycle, description]
  );
}
