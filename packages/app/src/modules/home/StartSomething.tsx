import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Link } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { EmptyState, Icon, Section, TextLink, Waiting } from '@portico/ui';
import styles from './Home.module.css';
import { SourceFailed } from './SourceFailed';

const shown = 5;

function Template(props: { entity: Entity }) {
  const {
    namespace = 'default',
    name,
    title,
    description,
  } = props.entity.metadata;
  return (
    <li>
      <Link to={`/create/templates/${namespace}/${name}`}>
        <Icon name="plus" />
        <span>
          {title ?? name}
          {description && <span className={styles.small}>{description}</span>}
        </span>
      </Link>
    </li>
  );
}

/** What one can create, from the templates of the catalog. */
export function StartSomething() {
  const catalogApi = useApi(catalogApiRef);
  const { value, error, retry } = useAsyncRetry(async () => {
    const { items } = await catalogApi.getEntities({
      filter: { kind: 'Template' },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'metadata.description',
      ],
      order: { field: 'metadata.name', order: 'asc' },
    });
    return items;
  }, [catalogApi]);
  return (
    <Section
      title="Start something"
      meta={
        value &&
        value.length > 0 && (
          <TextLink to="/create">
            {value.length === 1 ? 'Create' : `All ${value.length} templates`}
          </TextLink>
        )
      }
    >
      {!value && !error && <Waiting rows={3} what="the catalog" />}
      {error && (
        <SourceFailed source="the catalog" error={error} retry={retry} />
      )}
      {value?.length === 0 && (
        <EmptyState
          what="No template that you may run yet"
          why="Templates are shown to those who may run them, and that comes with a group. Ask the platform team which one you need."
          action={<TextLink to="/organisation">Teams and people</TextLink>}
        />
      )}
      {value && (
        <ul className={styles.start}>
          {value.slice(0, shown).map(entity => (
            <Template key={stringifyEntityRef(entity)} entity={entity} />
          ))}
        </ul>
      )}
    </Section>
  );
}
