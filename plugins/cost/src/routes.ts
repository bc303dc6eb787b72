import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of the whole organisation, `/cost`. */
export const rootRouteRef = createRouteRef();

/** The tab *Cost* of an entity's page. */
export const entityRouteRef = createRouteRef();

/** The form of a template, for the pull request that adds annotations. */
export const selectedTemplateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
