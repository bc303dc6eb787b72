import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ResourcesPicker } from './ResourcesPicker';
import { resourcesPickerSchema } from './schema';

/** The field `ResourcesPicker`. */
export const resourcesPicker = createFormField({
  name: 'ResourcesPicker',
  component: ResourcesPicker,
  schema: resourcesPickerSchema,
});
