import { createFrontendModule } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { rowColumns, rowColumnsInput } from '../columns/rowColumnsInput';
import { keyed } from '../frame/keyed';

/** After this filter stand those of other plugins, before the rest of the catalog's own. */
const LAST_OF_FIRST = 'catalog-filter:catalog/list';

/** Kind, type and whose it is; then what plugins add; then the rest. */
function inOrder<T extends { node: { spec: { id: string } } }>(filters: T[]) {
  const isOwn = ({ node }: T) =>
    node.spec.id.startsWith('catalog-filter:catalog/');
  const own = filters.filter(isOwn);
  const split = own.findIndex(({ node }) => node.spec.id === LAST_OF_FIRST) + 1;
  return [
    ...own.slice(0, split),
    ...filters.filter(filter => !isOwn(filter)),
    ...own.slice(split),
  ];
}

/**
 * `page:catalog`, with Portico's list in place of the plugin's table. Filters attach to its input `filters`
 * (`CatalogFilterBlueprint`), columns to its input `columns` (`RowColumns` of `@portico/ui`).
 */
const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  inputs: { columns: rowColumnsInput() },
  factory(originalFactory, { inputs }) {
    const filters = inOrder(inputs.filters).map(keyed);
    const plugins = inputs.columns.map(input => input.get(rowColumns));
    return originalFactory({
      params: {
        noHeader: true,
        loader: () =>
          import('./CatalogPage').then(m => (
            <m.CatalogPage filters={filters} plugins={plugins} />
          )),
      },
    });
  },
});

/** The catalog list. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
