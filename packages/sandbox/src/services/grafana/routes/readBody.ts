import type { Request } from 'express';
import type { JsonObject } from '../datasources';
import { GrafanaError } from '../GrafanaError';
import { isObject } from '../model/spec';

/** @throws GrafanaError 400 for what is no JSON object */
export function readBody(request: Request): JsonObject {
  if (!isObject(request.body)) throw GrafanaError.badRequest();
  return request.body;
}
