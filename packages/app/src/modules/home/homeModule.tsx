import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import { keyed } from '../frame/keyed';

const elements = () => createExtensionInput([coreExtensionData.reactElement]);

/**
 * `page:home`, with Portico's page in place of the grid of widgets. Plugins
 * attach elements to its inputs `needsYou`, `figures`, `main`, `side` and, one
 * only, `myServices`.
 */
const homePage = homePlugin.getExtension('page:home').override({
  inputs: {
    needsYou: elements(),
    figures: elements(),
    main: elements(),
    side: elements(),
    myServices: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
      optional: true,
    }),
  },
  factory(originalFactory, { inputs }) {
    const slots = {
      needsYou: inputs.needsYou.map(keyed),
      figures: inputs.figures.map(keyed),
      main: inputs.main.map(keyed),
      side: inputs.side.map(keyed),
      myServices: inputs.myServices?.get(coreExtensionData.reactElement),
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
