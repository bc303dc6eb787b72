import type { KubernetesObject } from '../objects/types';
import type { StatusCause } from '../StatusError';
import { invalidValue, required } from './validateWorkload';

interface ServiceSpec {
  type?: string;
  clusterIP?: string;
  ports?: { name?: string; port: number }[];
}

export function validateService(
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
): StatusCause[] {
  const { type, ports = [], clusterIP } = (object.spec ?? {}) as ServiceSpec;
  if (type === 'ExternalName') return [];
  const causes: StatusCause[] = [];
  if (!ports.length && clusterIP !== 'None') {
    causes.push(required('spec.ports'));
  }
  ports.forEach((port, index) => {
    if (ports.length > 1 && !port.name) {
      causes.push(required(`spec.ports[${index}].name`));
    }
    if (!(port.port > 0 && port.port < 65536)) {
      causes.push(
        invalidValue(
          `spec.ports[${index}].port`,
          port.port,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
  });
  const before = (previous?.spec as ServiceSpec | undefined)?.clusterIP;
  if (before && clusterIP !== before) {
    causes.push(
      invalidValue(
        'spec.clusterIPs[0]',
        clusterIP ?? '',
        'may not change once set',
      ),
    );
  }
  return causes;
}

export function validateIngress(object: KubernetesObject): StatusCause[] {
  const { rules, defaultBackend } = (object.spec ?? {}) as {
    rules?: { http?: { paths?: { pathType?: string }[] } }[];
    defaultBackend?: object;
  };
  if (!rules?.length && !defaultBackend) {
    return [
      invalidValue(
        'spec',
        {},
        'either `defaultBackend` or `rules` must be specified',
      ),
    ];
  }
  return (rules ?? []).flatMap((rule, at) =>
    (rule.http?.paths ?? []).flatMap((path, index) =>
      path.pathType
        ? []
        : [
            required(
              `spec.rules[${at}].http.paths[${index}].pathType`,
              'pathType must be specified',
            ),
          ],
    ),
  );
}
