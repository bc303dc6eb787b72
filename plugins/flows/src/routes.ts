import { createExternalRouteRef } from '@backstage/frontend-plugin-api';

/** The form of a template, to start over with the same values. */
export const selectedTemplateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
