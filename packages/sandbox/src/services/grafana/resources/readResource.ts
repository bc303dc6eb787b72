import type { Request } from 'express';
import { StatusError } from '../../kubernetes/StatusError';
import type { JsonObject } from '../datasources';
import type { GrafanaContext } from '../GrafanaContext';
import { isObject, textOf } from '../model/spec';

/** What a write says of a dashboard. */
export interface PostedResource {
  name?: string;
  generateName?: string;
  resourceVersion?: string;
  spec: JsonObject;
  folderUid?: string;
  message?: string;
}

/** @throws StatusError 400 */
export function readResource(
  { folders }: GrafanaContext,
  request: Request,
): PostedResource {
  const { body } = request;
  const { metadata = {}, spec } = isObject(body) ? body : ({} as JsonObject);
  if (!isObject(metadata) || !isObject(spec)) {
    throw badRequest('the object has no spec');
  }
  const annotations = isObject(metadata.annotations)
    ? metadata.annotations
    : {};
  const folderUid = textOf(annotations['grafana.app/folder']);
  if (folderUid && !folders.find(folderUid)) {
    throw badRequest(`folders.folder.grafana.app "${folderUid}" not found`);
  }
  return {
    name: textOf(metadata.name),
    generateName: textOf(metadata.generateName),
    resourceVersion: textOf(metadata.resourceVersion),
    spec,
    folderUid,
    message: textOf(annotations['grafana.app/message']),
  };
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}
