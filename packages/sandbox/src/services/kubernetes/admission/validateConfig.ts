import type { ResourceType } from '../objects/ResourceTypes';
import type { KubernetesObject } from '../objects/types';
import { invalid } from '../StatusError';

const KEY = /^[-._a-zA-Z0-9]+$/;

/**
 * Refuses keys of a ConfigMap that can't be file names. The API server alone looks at them; a client's dry run does not.
 *
 * @throws StatusError 422 that names each key
 */
export function validateConfig(
  type: ResourceType,
  object: KubernetesObject & { data?: Record<string, string> },
): void {
  if (type.kind !== 'ConfigMap') return;
  const causes = Object.keys(object.data ?? {})
    .filter(key => !KEY.test(key))
    .map(key => ({
      reason: 'FieldValueInvalid',
      field: `data[${key}]`,
      message: `Invalid value: "${key}": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
    }));
  if (causes.length) throw invalid(type, object.metadata.name, causes);
}
