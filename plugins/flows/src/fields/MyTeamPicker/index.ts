import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MyTeamPicker } from './MyTeamPicker';
import { myTeamPickerSchema } from './schema';

/** The field `MyTeamPicker`. */
export const myTeamPicker = createFormField({
  name: 'MyTeamPicker',
  component: MyTeamPicker,
  schema: myTeamPickerSchema,
});
