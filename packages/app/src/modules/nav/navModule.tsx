import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import type { ReactNode } from 'react';
import { Navigation } from './Navigation';

/**
 * `nav-content:app`, the navigation at the left of every page. A plugin attaches to its input `counts` what
 * stands behind its entry, such as how much waits.
 */
const navigation = NavContentBlueprint.makeWithOverrides({
  inputs: { counts: createExtensionInput([coreExtensionData.reactElement]) },
  factory(originalFactory, { inputs }) {
    const counts = new Map<string, ReactNode>(
      inputs.counts.map(count => [
        count.node.spec.plugin.pluginId,
        count.get(coreExtensionData.reactElement),
      ]),
    );
    return originalFactory({
      component: props => <Navigation {...props} counts={counts} />,
    });
  },
});

/** The navigation. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [navigation],
});
