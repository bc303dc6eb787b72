import {
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { appLayout } from './appLayout';
import { PageFrame } from './PageFrame';

const pageFrame = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define => define({ component: PageLayout, loader: () => PageFrame }),
});

/** The frame around every page. */
export const frameModule = createFrontendModule({
  pluginId: 'app',
  extensions: [appLayout, pageFrame],
});
