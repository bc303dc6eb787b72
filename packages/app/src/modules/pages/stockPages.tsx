import { coreComponentsTranslationRef } from '@backstage/core-components/alpha';
import {
  createFrontendModule,
  createTranslationMessages,
} from '@backstage/frontend-plugin-api';
import apiDocsPlugin, {
  apiDocsTranslationRef,
} from '@backstage/plugin-api-docs/alpha';
import graphPlugin from '@backstage/plugin-catalog-graph/alpha';
import importPlugin from '@backstage/plugin-catalog-import/alpha';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { docsWording } from '../docs/docsModule';

/** The list of APIs brings a title of its own with its buttons: one title is enough. */
export const apiDocsPageModule = createFrontendModule({
  pluginId: 'api-docs',
  extensions: [
    apiDocsPlugin
      .getExtension('page:api-docs')
      .override({ params: { noHeader: true } }),
  ],
});

/** The same for the graph of relations. */
export const graphPageModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    graphPlugin
      .getExtension('page:catalog-graph')
      .override({ params: { noHeader: true } }),
  ],
});

/** Registering a component that exists. */
export const importPageModule = createFrontendModule({
  pluginId: 'catalog-import',
  extensions: [
    importPlugin
      .getExtension('page:catalog-import')
      .override({ params: { noHeader: true } }),
  ],
});

/** The words of those titles. */
export const wordingModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'component-words',
      params: {
        resource: createTranslationMessages({
          ref: coreComponentsTranslationRef,
          messages: {
            'errorPage.title': 'Nothing lives here',
            'errorPage.subtitle': '{{statusMessage}} ({{status}})',
            'emptyState.missingAnnotation.title': 'Not set up for this entity',
            'emptyState.missingAnnotation.actionTitle':
              'Add the marked lines to its catalog-info.yaml:',
          },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'api-docs-words',
      params: {
        resource: createTranslationMessages({
          ref: apiDocsTranslationRef,
          messages: { 'defaultApiExplorerPage.subtitle': 'APIs' },
        }),
      },
    }),
    docsWording,
  ],
});
