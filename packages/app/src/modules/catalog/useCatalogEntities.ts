import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityFilter,
  EntityTagFilter,
  EntityUserFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Enough for a row: thousands of them come in a few hundred kilobytes. */
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.target',
  'spec.targets',
  'spec.profile',
];

const PAGE_SIZE = 1_000;

/** What the catalog can't decide, or would decide otherwise: all of several tags, stars, words in the name. */
function isLocal(filter: EntityFilter): boolean {
  return (
    !filter.getCatalogFilters ||
    filter instanceof EntityTagFilter ||
    (filter instanceof EntityUserFilter && filter.value === 'starred')
  );
}

/**
 * All entities that the filters at the left let through, by name, with what a row needs. The list orders and
 * narrows them down by what plugins know, so it needs them all and not a page of them.
 */
export function useCatalogEntities() {
  const catalogApi = useApi(catalogApiRef);
  const { filters } = useEntityList();
  const all: (EntityFilter | undefined)[] = Object.values(filters);
  const chosen = all.filter(filter => filter !== undefined);
  const asked = JSON.stringify(
    Object.assign({}, ...chosen.map(it => it.getCatalogFilters?.())),
  );
  const fields = [...FIELDS, ...(filters.error ? ['status'] : [])].join();
  // The kind is chosen by a filter that comes a moment after the page.
  const ready = filters.kind !== undefined;
  const { value, error, loading, retry } = useAsyncRetry(async () => {
    if (!ready) return undefined;
    const found: Entity[] = [];
    const pages = catalogApi.streamEntities({
      filter: JSON.parse(asked),
      fields: fields.split(','),
      orderFields: { field: 'metadata.name', order: 'asc' },
      pageSize: PAGE_SIZE,
    });
    for await (const page of pages) found.push(...page);
    return found;
  }, [catalogApi, asked, fields, ready]);
  const local = chosen.filter(isLocal);
  return {
    entities: value?.filter(entity =>
      local.every(filter => filter.filterEntity?.(entity) ?? true),
    ),
    error,
    loading,
    retry,
  };
}
