import { isDeepStrictEqual } from 'node:util';
import { parseQuantity } from '../objects/quantity';
import { matchesSelector } from '../objects/selectors';
import type { KubernetesObject, LabelSelector } from '../objects/types';
import type { Container, PodTemplate } from '../objects/workloads';
import type { StatusCause } from '../StatusError';

export function required(field: string, message = ''): StatusCause {
  return {
    reason: 'FieldValueRequired',
    field,
    message: message ? `Required value: ${message}` : 'Required value',
  };
}

export function invalidValue(
  field: string,
  value: unknown,
  why: string,
): StatusCause {
  return {
    reason: 'FieldValueInvalid',
    field,
    message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  };
}

interface WorkloadSpec {
  replicas?: number;
  selector?: LabelSelector;
  template?: PodTemplate;
}

/** A Deployment, StatefulSet, DaemonSet or ReplicaSet. */
export function validateWorkload(
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
): StatusCause[] {
  const spec = (object.spec ?? {}) as WorkloadSpec;
  const { selector, replicas } = spec;
  const causes: StatusCause[] = [];
  if (!selector) causes.push(required('spec.selector'));
  if (
    replicas !== undefined &&
    !(Number.isInteger(replicas) && replicas >= 0)
  ) {
    causes.push(
      invalidValue(
        'spec.replicas',
        replicas,
        'must be greater than or equal to 0',
      ),
    );
  }
  const labels = spec.template?.metadata?.labels ?? {};
  if (selector && !matchesSelector(selector, labels)) {
    causes.push(
      invalidValue(
        'spec.template.metadata.labels',
        labels,
        '`selector` does not match template `labels`',
      ),
    );
  }
  const before = (previous?.spec as WorkloadSpec | undefined)?.selector;
  if (before && selector && !isDeepStrictEqual(before, selector)) {
    causes.push(invalidValue('spec.selector', selector, 'field is immutable'));
  }
  return [...causes, ...validatePodTemplate(object, 'spec.template')];
}

/** What stands at `path` (`''` for a Pod itself) has containers that can run. */
export function validatePodTemplate(
  object: KubernetesObject,
  path: string,
): StatusCause[] {
  const template = path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      object,
    ) as PodTemplate | undefined;
  const field = path ? `${path}.spec` : 'spec';
  const containers = template?.spec?.containers;
  if (!Array.isArray(containers) || !containers.length) {
    return [required(`${field}.containers`)];
  }
  return containers.flatMap((container, index) =>
    validateContainer(container, `${field}.containers[${index}]`),
  );
}

function validateContainer(container: Container, field: string) {
  const causes: StatusCause[] = [];
  if (!container.name) causes.push(required(`${field}.name`));
  if (!container.image) causes.push(required(`${field}.image`));
  else if (container.image.trim() !== container.image) {
    causes.push(
      invalidValue(
        `${field}.image`,
        container.image,
        'must not have leading or trailing whitespace',
      ),
    );
  }
  const { requests = {}, limits = {} } = container.resources ?? {};
  for (const [list, quantities] of Object.entries({ requests, limits })) {
    for (const [resource, quantity] of Object.entries(quantities)) {
      if (parseQuantity(quantity) === undefined) {
        causes.push(
          invalidValue(
            `${field}.resources.${list}[${resource}]`,
            quantity,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
          ),
        );
      }
    }
  }
  for (const [resource, quantity] of Object.entries(requests)) {
    const limit = parseQuantity(limits[resource]);
    if (limit !== undefined && (parseQuantity(quantity) ?? 0) > limit) {
      causes.push(
        invalidValue(
          `${field}.resources.requests`,
          quantity,
          `must be less than or equal to ${resource} limit of ${limits[resource]}`,
        ),
      );
    }
  }
  for (const [index, port] of (container.ports ?? []).entries()) {
    if (!(port.containerPort > 0 && port.containerPort < 65536)) {
      causes.push(
        invalidValue(
          `${field}.ports[${index}].containerPort`,
          port.containerPort,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
  }
  return causes;
}
