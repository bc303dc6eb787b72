import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CostEstimateField } from './CostEstimateField';
import { costEstimateSchema } from './schema';

/** The field `CostEstimate`. */
export const costEstimate = createFormField({
  name: 'CostEstimate',
  component: CostEstimateField,
  schema: costEstimateSchema,
});
