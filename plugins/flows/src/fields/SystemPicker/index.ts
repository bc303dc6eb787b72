import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { systemPickerSchema } from './schema';
import { SystemPicker } from './SystemPicker';

/** The field `SystemPicker`. */
export const systemPicker = createFormField({
  name: 'SystemPicker',
  component: SystemPicker,
  schema: systemPickerSchema,
});
