import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityTextFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import {
  ButtonLink,
  CalmList,
  EmptyState,
  Icon,
  RowColumns,
  Section,
  Waiting,
} from '@portico/ui';
import { useState } from 'react';
import { WithRowValues } from '../columns/WithRowValues';
import { SourceFailed } from '../home/SourceFailed';
import styles from './Catalog.module.css';
import { CatalogTable } from './CatalogTable';
import { useCatalogEntities } from './useCatalogEntities';

/** Narrows the list down by words in the name, the title and the tags. */
function Search() {
  const { updateFilters, queryParameters } = useEntityList();
  const [text, setText] = useState(
    [queryParameters.text ?? []].flat()[0] ?? '',
  );
  return (
    <label className={styles.search}>
      <Icon name="search" size={14} />
      <input
        type="search"
        placeholder="Filter by name or tag"
        aria-label="Filter by name or tag"
        value={text}
        onChange={({ target: { value } }) => {
          setText(value);
          updateFilters({
            text: value ? new EntityTextFilter(value) : undefined,
          });
        }}
      />
    </label>
  );
}

const adjectives: Record<string, string> = {
  owned: 'owned by you or your teams',
  starred: 'starred',
};

/** The list at the right: entities with what plugins know of them, in their order, then by name. */
export function CatalogContent(props: { plugins: RowColumns[] }) {
  const { filters } = useEntityList();
  const { entities, error, loading, retry } = useCatalogEntities();
  const kind = filters.kind?.value ?? 'component';
  const label = filters.kind?.label ?? kind;
  const plugins = props.plugins.filter(
    ({ kinds }) => !kinds || kinds.includes(kind.toLowerCase()),
  );
  const rows = entities?.map(entity => ({
    entity,
    ref: stringifyEntityRef(entity),
  }));
  return (
    <WithRowValues plugins={plugins} keys={rows?.map(row => row.ref) ?? []}>
      {values => {
        const shown = rows
          ?.filter(({ ref }) => values.includes(ref))
          .sort((a, b) => values.compare(a.ref, b.ref));
        const which = adjectives[filters.user?.value ?? ''] ?? 'in all';
        return (
          <Section
            title={`${label}s`}
            qualifier={
              shown && `${shown.length.toLocaleString('en-US')} ${which}`
            }
            tone={error ? 'stale' : 'fine'}
            meta={<Search />}
          >
            {error && (
              <SourceFailed source="the catalog" error={error} retry={retry} />
            )}
            {!shown && !error && <Waiting rows={10} what="the catalog" />}
            {values.notes}
            {shown?.length === 0 && !loading && (
              <EmptyState
                what="Nothing in the catalog is like that"
                why="With fewer filters at the left there may be something."
                action={<ButtonLink to="/create">Create a service</ButtonLink>}
              />
            )}
            {shown && shown.length > 0 && (
              <CalmList items={shown} keyOf={({ ref }) => ref}>
                {calm => (
                  <CatalogTable
                    label={`${label}s`}
                    kind={kind}
                    entities={calm?.map(({ entity }) => entity) ?? []}
                    plugins={plugins}
                    values={values}
                  />
                )}
              </CalmList>
            )}
          </Section>
        );
      }}
    </WithRowValues>
  );
}
