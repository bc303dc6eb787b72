import {
  createExtension,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ROW_COLUMNS, type RowColumn, type RowColumns } from '@portico/ui';
import type { ComponentProps } from 'react';

const rowColumns = createExtensionDataRef<RowColumns>().with({
  id: ROW_COLUMNS,
});

type Source = (props: ComponentProps<RowColumns['Source']>) => JSX.Element;

/** Columns for a list of the app; the code that reads them is loaded with the list. */
const columns = (options: {
  name: string;
  attachTo: { id: string; input: string };
  columns: RowColumn[];
  loader: () => Promise<Source>;
}) =>
  createExtension({
    name: options.name,
    attachTo: options.attachTo,
    output: [rowColumns],
    factory: ({ node }) => [
      rowColumns({
        kinds: ['component'],
        columns: options.columns,
        Source: ExtensionBoundary.lazyComponent(node, options.loader),
      }),
    ],
  });

const health: RowColumn = { id: 'health', title: 'Health', width: '152px' };
const p95: RowColumn = { id: 'p95', title: 'p95', end: true, width: '82px' };
const budget: RowColumn = {
  id: 'budget',
  title: 'Budget left',
  end: true,
  wide: true,
  width: '106px',
};

/** *Health*, *p95* and *Budget left* in the catalog list. */
const catalogColumns = columns({
  name: 'catalog-columns',
  attachTo: { id: 'page:catalog', input: 'columns' },
  columns: [health, { ...p95, wide: true }, budget],
  loader: () => import('./CatalogHealth').then(m => m.CatalogHealth),
});

/** The same and more in the home page's "My services". */
const homeColumns = columns({
  name: 'home-columns',
  attachTo: { id: 'page:home', input: 'columns' },
  columns: [
    { ...health, title: 'State' },
    p95,
    { id: 'errors', title: 'Errors', end: true, wide: true },
    budget,
    { id: 'hour', title: 'Last hour', wide: true, width: '96px' },
  ],
  loader: () => import('../home/HomeHealth').then(m => m.HomeHealth),
});

const filter = CatalogFilterBlueprint.make({
  name: 'state',
  params: {
    loader: () => import('./HealthFilter').then(m => <m.HealthFilter />),
  },
});

/** What health adds to lists of the app. */
export const catalogExtensions = [catalogColumns, homeColumns, filter];
