import {
  configApiRef,
  createFrontendModule,
  createTranslationMessages,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { TechDocsStorageClient } from '@backstage/plugin-techdocs';
import techdocsPlugin, {
  techdocsTranslationRef,
} from '@backstage/plugin-techdocs/alpha';
import { techdocsStorageApiRef } from '@backstage/plugin-techdocs-react';
import { withPlainBuildErrors } from './PlainTechDocsStorage';

const storage = techdocsPlugin.getExtension('api:techdocs/storage').override({
  params: define =>
    define({
      api: techdocsStorageApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
      },
      factory: deps => withPlainBuildErrors(new TechDocsStorageClient(deps)),
    }),
});

/** The reader names the docs itself: one title is enough. */
const reader = techdocsPlugin
  .getExtension('page:techdocs/reader')
  .override({ params: { noHeader: true } });

/** Docs whose failures read like the rest of the portal. */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [storage, reader],
});

/** The words of the docs' states. */
export const docsWording = TranslationBlueprint.make({
  name: 'docs-words',
  params: {
    resource: createTranslationMessages({
      ref: techdocsTranslationRef,
      messages: {
        'stateIndicator.initialBuild.message':
          'These docs are opened for the first time and are being built, which takes a minute at most.',
        'stateIndicator.contentStaleError.message':
          'The latest version of these docs could not be built.',
        'notFound.title': 'There are no docs to show',
      },
    }),
  },
});
