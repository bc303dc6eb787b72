import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { serviceNameSchema } from './schema';
import { ServiceName } from './ServiceName';
import { validateServiceName } from './validateServiceName';

/** The field `ServiceName`. */
export const serviceName = createFormField({
  name: 'ServiceName',
  component: ServiceName,
  validation: validateServiceName,
  schema: serviceNameSchema,
});
