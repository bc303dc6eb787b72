import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: CostEstimate` */
export const costEstimateField = FormFieldBlueprint.make({
  name: 'cost-estimate',
  params: { field: () => import('./field').then(m => m.costEstimate) },
});
