import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { CreateGate } from './CreateGate';

/** The templates and their forms, behind the question whether one may start them. */
export const createModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    scaffolderPlugin.getExtension('sub-page:scaffolder/templates').override({
      *factory(originalFactory) {
        const page = originalFactory();
        yield* page;
        yield coreExtensionData.reactElement(
          <CreateGate>{page.get(coreExtensionData.reactElement)}</CreateGate>,
        );
      },
    }),
  ],
});
