import {
  createExtension,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ROW_COLUMNS, type RowColumn, type RowColumns } from '@portico/ui';

const rowColumns = createExtensionDataRef<RowColumns>().with({
  id: ROW_COLUMNS,
});

const month: RowColumn = {
  id: 'month',
  title: 'Month, forecast',
  end: true,
  wide: true,
  width: '108px',
};
const budget: RowColumn = {
  id: 'budget',
  title: 'Cost budget',
  wide: true,
  width: '116px',
};

/** Columns for a list of the app; the code that reads them is loaded with the list. */
const columns = (
  name: string,
  attachTo: { id: string; input: string },
  shown: RowColumn[],
  kinds: string[],
) =>
  createExtension({
    name,
    attachTo,
    output: [rowColumns],
    factory: ({ node }) => [
      rowColumns({
        kinds,
        columns: shown,
        Source: ExtensionBoundary.lazyComponent(node, () =>
          import('./CostColumns').then(m => m.CostColumns),
        ),
      }),
    ],
  });

/** *Month, forecast* and *Cost budget* in the catalog list. */
const catalogColumns = columns(
  'catalog-columns',
  { id: 'page:catalog', input: 'columns' },
  [month, budget],
  ['component', 'resource', 'system', 'domain', 'group'],
);

/** *Month, forecast* in the home page's "My services". */
const homeColumns = columns(
  'home-columns',
  { id: 'page:home', input: 'columns' },
  [{ ...month, width: undefined }],
  ['component'],
);

/** What cost adds to lists of the app. */
export const catalogExtensions = [catalogColumns, homeColumns];
