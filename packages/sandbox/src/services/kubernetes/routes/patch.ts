import type { Request } from 'express';
import { parse } from 'yaml';
import type { KubernetesObject } from '../objects/types';
import {
  jsonPatch,
  JsonPatchError,
  type JsonPatchOperation,
} from '../patch/jsonPatch';
import { isObject, mergePatch } from '../patch/mergePatch';
import { strategicMerge } from '../patch/strategicMerge';
import { badRequest, StatusError } from '../StatusError';

/** Whether this is a server-side apply, which also creates. */
export function isApply(request: Request): boolean {
  return Boolean(request.is('application/apply-patch+yaml'));
}

/** The body of an apply: YAML or JSON. */
export function readApply(request: Request): KubernetesObject {
  const body: unknown = parse(String(request.body));
  if (!isObject(body) || !body.kind || !body.apiVersion) {
    throw badRequest('error decoding YAML: kind and apiVersion must be set');
  }
  return body as unknown as KubernetesObject;
}

/**
 * The object with the patch of the request applied, by its content type.
 *
 * @throws StatusError 415 for an unknown type, 400 and 422 for patches that can't be applied
 */
export function applyPatch(
  request: Request,
  current: KubernetesObject,
): KubernetesObject {
  if (isApply(request)) return strategicMerge(current, readApply(request));
  const body = readJson(request);
  if (request.is('application/merge-patch+json')) {
    return mergePatch(current, body);
  }
  if (request.is('application/strategic-merge-patch+json')) {
    return strategicMerge(current, body);
  }
  if (request.is('application/json-patch+json')) {
    if (!Array.isArray(body)) {
      throw badRequest('json: cannot unmarshal object into jsonpatch.Patch');
    }
    try {
      return jsonPatch(current, body as JsonPatchOperation[]);
    } catch (error) {
      if (!(error instanceof JsonPatchError)) throw error;
      throw new StatusError(
        422,
        'Invalid',
        `the server rejected our request due to an error in our request: ${error.message}`,
      );
    }
  }
  throw new StatusError(
    415,
    'UnsupportedMediaType',
    'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml',
  );
}

/** @throws StatusError 400 where the body is not JSON */
export function readJson(request: Request): unknown {
  try {
    return JSON.parse(String(request.body));
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
}
