import type { RequestHandler } from 'express';
import { StatusError } from '../StatusError';

/** The bearer token of the sandbox's cluster. */
export const KUBERNETES_TOKEN = 'kubernetes-sandbox-token';

/** Lets only the cluster's token in; anything else gets 401 as a `Status`. */
export const authenticate: RequestHandler = (request, response, next) => {
  if (request.get('authorization') !== `Bearer ${KUBERNETES_TOKEN}`) {
    throw new StatusError(401, 'Unauthorized', 'Unauthorized');
  }
  response.locals.caller = 'system:serviceaccount:platform:portico';
  next();
};
