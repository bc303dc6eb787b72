import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import { rowColumns, rowColumnsInput } from '../columns/rowColumnsInput';
import { keyed } from '../frame/keyed';

const elements = () => createExtensionInput([coreExtensionData.reactElement]);

/**
 * `page:home`, with Portico's page in place of the grid of widgets. Plugins
 * attach elements to its inputs `needsYou`, `figures`, `main` and `side`, and
 * columns of "My services" to `columns` (`RowColumns` of `@portico/ui`).
 */
const homePage = homePlugin.getExtension('page:home').override({
  inputs: {
    needsYou: elements(),
    figures: elements(),
    main: elements(),
    side: elements(),
    columns: rowColumnsInput(),
  },
  factory(originalFactory, { inputs }) {
    const slots = {
      needsYou: inputs.needsYou.map(keyed),
      figures: inputs.figures.map(keyed),
      main: inputs.main.map(keyed),
      side: inputs.side.map(keyed),
      columns: inputs.columns.map(input => input.get(rowColumns)),
    };
    return originalFactory({
      params: {
        loader: () =>
          import('./HomePage').then(m => <m.HomePage slots={slots} />),
      },
    });
  },
});

/** The home page. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [homePage],
});
