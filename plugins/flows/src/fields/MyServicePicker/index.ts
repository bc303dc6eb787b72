import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MyServicePicker } from './MyServicePicker';
import { myServicePickerSchema } from './schema';

/** The field `MyServicePicker`. */
export const myServicePicker = createFormField({
  name: 'MyServicePicker',
  component: MyServicePicker,
  schema: myServicePickerSchema,
});
