import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import {
  CopyBlock,
  EmptyState,
  ErrorState,
  Icon,
  IconName,
  Section,
  StateShape,
  TextLink,
} from '@portico/ui';
import { EntityName } from './EntityName';
import { relationColumns, RelationColumn } from './relationColumns';
import styles from './RelationsCard.module.css';

const icons: Record<string, IconName> = {
  component: 'box',
  api: 'api',
  resource: 'db',
  system: 'layers',
  domain: 'catalog',
  group: 'people',
  user: 'user',
  template: 'plus',
};

const shown = 12;

function describe(entity: Entity | undefined, kind: string): string {
  const type = entity?.spec?.type;
  return typeof type === 'string' ? type : kind;
}

function Column(props: {
  column: RelationColumn;
  entities: Map<string, Entity | undefined>;
  loaded: boolean;
}) {
  const { column, entities, loaded } = props;
  const { title, refs } = column;
  return (
    <div>
      <h3>
        {title}
        {refs.length > shown && `, ${shown} of ${refs.length}`}
      </h3>
      <ul>
        {refs.slice(0, shown).map(ref => {
          const { kind } = parseEntityRef(ref);
          const entity = entities.get(ref);
          const missing = loaded && !entity;
          return (
            <li key={ref}>
              <span className={styles.icon}>
                {missing ? (
                  <StateShape state="unknown" />
                ) : (
                  <Icon name={icons[kind] ?? 'box'} size={14} />
                )}
              </span>
              <span className={styles.name}>
                <EntityName entityRef={ref} />
              </span>
              <span className={styles.type}>
                {missing ? 'not in the catalog' : describe(entity, kind)}
              </span>
              <span className={styles.end}>
                {typeof entity?.spec?.lifecycle === 'string'
                  ? entity.spec.lifecycle
                  : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What the entity uses, what uses it, what it is made of, as lists side by side. */
export function RelationsCard() {
  const { entity } = useEntity();
  const catalogApi = useApi(catalogApiRef);
  const { title, columns } = relationColumns(entity);
  const refs = columns.flatMap(column => column.refs.slice(0, shown));
  const { value, error } = useAsync(async () => {
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: refs,
      fields: ['kind', 'metadata.name', 'spec.type', 'spec.lifecycle'],
    });
    return new Map(refs.map((ref, index) => [ref, items[index]]));
  }, [catalogApi, refs.join()]);
  const { namespace = 'default', name } = entity.metadata;
  return (
    <Section
      title={title}
      meta={
        columns.length > 0 && (
          <TextLink
            to={`/catalog-graph?${new URLSearchParams({
              'rootEntityRefs[]': `${entity.kind.toLowerCase()}:${namespace}/${name}`,
              maxDepth: '2',
            })}`}
          >
            Graph
          </TextLink>
        )
      }
    >
      {columns.length === 0 ? (
        <EmptyState
          what={`Nothing is related to ${name} yet`}
          why="Add what it uses to its catalog-info.yaml; what uses it then shows here too."
        >
          <CopyBlock
            label="Lines for catalog-info.yaml"
            text={'spec:\n  dependsOn:\n    - component:default/other-service'}
          />
        </EmptyState>
      ) : (
        <div className={styles.columns} data-columns={columns.length}>
          {columns.map(column => (
            <Column
              key={column.title}
              column={column}
              entities={value ?? new Map()}
              loaded={value !== undefined}
            />
          ))}
        </div>
      )}
      {error && (
        <ErrorState
          what="The catalog did not answer; types are missing"
          why={error.message}
        />
      )}
    </Section>
  );
}
