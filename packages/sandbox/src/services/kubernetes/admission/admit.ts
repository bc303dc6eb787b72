import type { Admission, ObjectStore } from '../objects/ObjectStore';
import { forbidden, notFound } from '../StatusError';
import { applyDefaults } from './defaults';
import { validate } from './validate';
import { validateConfig } from './validateConfig';

/** Checks the namespace, validates, and fills in defaults. */
export function createAdmission(objects: ObjectStore): Admission {
  return (type, object, previous) => {
    const { namespace, name } = object.metadata;
    if (type.namespaced && !previous) {
      const home = objects.get('namespaces', undefined, namespace ?? '');
      if (!home) {
        throw notFound(objects.types.builtIn('namespaces'), namespace ?? '');
      }
      if (home.metadata.deletionTimestamp) {
        throw forbidden(
          type,
          name,
          `unable to create new content in namespace ${namespace} because it is being terminated`,
        );
      }
    }
    validate(type, object, previous);
    validateConfig(type, object);
    return applyDefaults(type, object, previous);
  };
}
