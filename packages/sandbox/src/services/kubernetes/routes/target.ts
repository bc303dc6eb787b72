import type { Request } from 'express';
import type { ObjectStore } from '../objects/ObjectStore';
import type { ResourceType } from '../objects/ResourceTypes';
import { noSuchResource } from '../StatusError';

/** What a path below `/api` or `/apis` points at. */
export interface Target {
  type: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/**
 * Reads a path such as `/apis/apps/v1/namespaces/commerce/deployments/orders/status`.
 *
 * @throws StatusError 404 for a group, version or resource that the cluster has not
 */
export function readTarget(request: Request, objects: ObjectStore): Target {
  const parts = request.path.split('/').filter(Boolean).map(decodeURIComponent);
  const root = parts.shift();
  const group = root === 'apis' ? parts.shift() ?? '' : '';
  const version = parts.shift() ?? '';
  const inNamespace =
    parts[0] === 'namespaces' &&
    parts.length > 2 &&
    !['status', 'finalize'].includes(parts[2]);
  const namespace = inNamespace ? parts.splice(0, 2)[1] : undefined;
  const [plural = '', name, subresource, ...rest] = parts;
  const type = objects.types.at(group, version, plural);
  if (!type || rest.length || (namespace && !type.namespaced)) {
    throw noSuchResource();
  }
  return { type, namespace, name, subresource };
}
