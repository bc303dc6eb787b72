import type { ResourceType } from '../objects/ResourceTypes';
import type { KubernetesObject } from '../objects/types';
import { invalid, type StatusCause } from '../StatusError';
import { validateIngress, validateService } from './validateNetwork';
import { validatePodTemplate, validateWorkload } from './validateWorkload';

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const RBAC = 'rbac.authorization.k8s.io';

type Validator = (
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
) => StatusCause[];

const BY_KIND: Record<string, Validator> = {
  Deployment: validateWorkload,
  StatefulSet: validateWorkload,
  DaemonSet: validateWorkload,
  ReplicaSet: validateWorkload,
  Job: object => validatePodTemplate(object, 'spec.template'),
  CronJob: object =>
    validatePodTemplate(object, 'spec.jobTemplate.spec.template'),
  Pod: object => validatePodTemplate(object, ''),
  Service: validateService,
  Ingress: validateIngress,
};

/**
 * Refuses what the API server would refuse.
 *
 * @throws StatusError 422 that names each field
 */
export function validate(
  type: ResourceType,
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
): void {
  const causes = [
    ...validateMetadata(type, object),
    ...(BY_KIND[type.kind]?.(object, previous) ?? []),
  ];
  if (causes.length) throw invalid(type, object.metadata.name, causes);
}

function validateMetadata(
  type: ResourceType,
  object: KubernetesObject,
): StatusCause[] {
  const { name, labels = {} } = object.metadata;
  const causes: StatusCause[] = [];
  const strict = type.kind === 'Service' || type.kind === 'Namespace';
  if (type.group !== RBAC && !(strict ? LABEL : SUBDOMAIN).test(name)) {
    causes.push({
      reason: 'FieldValueInvalid',
      field: 'metadata.name',
      message: strict
        ? `Invalid value: "${name}": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`
        : `Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    });
  }
  for (const value of Object.values(labels)) {
    if (typeof value !== 'string' || !LABEL_VALUE.test(value)) {
      causes.push({
        reason: 'FieldValueInvalid',
        field: 'metadata.labels',
        message: `Invalid value: "${value}": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
      });
    } else if (value.length > 63) {
      causes.push({
        reason: 'FieldValueInvalid',
        field: 'metadata.labels',
        message: `Invalid value: "${value}": must be no more than 63 bytes`,
      });
    }
  }
  return causes;
}
