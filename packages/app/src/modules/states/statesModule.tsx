import {
  createFrontendModule,
  ErrorDisplay,
  NotFoundErrorPage,
  Progress,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { Waiting } from '@portico/ui';
import { PageNotFound } from './PageNotFound';
import { PluginFailed } from './PluginFailed';
import styles from './states.module.css';

const progress = SwappableComponentBlueprint.make({
  name: 'core-progress',
  params: define =>
    define({
      component: Progress,
      loader: () => () =>
        (
          <div className={styles.waiting}>
            <Waiting rows={5} />
          </div>
        ),
    }),
});

const notFound = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({ component: NotFoundErrorPage, loader: () => PageNotFound }),
});

const failed = SwappableComponentBlueprint.make({
  name: 'core-error-display',
  params: define =>
    define({ component: ErrorDisplay, loader: () => PluginFailed }),
});

/** Loading, not found and failed, in Portico's words. */
export const statesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [progress, notFound, failed],
});
