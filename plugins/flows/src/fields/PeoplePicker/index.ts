import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PeoplePicker } from './PeoplePicker';
import { peoplePickerSchema } from './schema';

/** The field `PeoplePicker`. */
export const peoplePicker = createFormField({
  name: 'PeoplePicker',
  component: PeoplePicker,
  schema: peoplePickerSchema,
});
