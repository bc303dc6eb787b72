import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { PrometheusInstance } from '../config/PrometheusSettings';
import type { ApiBody } from './answer';
import { QueryRefusedError } from './QueryRefusedError';

const KEY = 'health.prometheus.instances';
/** What servers say where a query asks for more than they give. */
const TOO_MUCH = /too many|too long|too large|exceed|maximum|limit/i;

/** Turns an answer that is no success into the error that says what to do about it. */
export function prometheusError(
  { name, url }: PrometheusInstance,
  path: string,
  status: number,
  text: string,
): Error {
  const { errorType, reason } = read(text);
  const what = `Prometheus '${name}' answered ${status} to POST ${path} at ${url}: ${reason}.`;
  if (status === 401) {
    return new AuthenticationError(
      `${what} Check token, username and password of '${name}' under ${KEY}.`,
    );
  }
  if (status === 403) {
    return new NotAllowedError(
      `${what} Let the account of '${name}' under ${KEY} run queries.`,
    );
  }
  if (status === 404) {
    return new InputError(
      `${what} Check url of '${name}' under ${KEY}: the API is expected below it.`,
    );
  }
  if (status === 413 || status === 414 || errorType === 'timeout') {
    return new QueryRefusedError(what, true);
  }
  if (status === 400 || status === 422) {
    return new QueryRefusedError(what, TOO_MUCH.test(reason));
  }
  return new ServiceUnavailableError(`${what} Try again when it is back.`);
}

function read(text: string): { errorType?: string; reason: string } {
  try {
    const { error, errorType } = JSON.parse(text) as ApiBody;
    if (typeof error === 'string' && error) {
      return { errorType, reason: shortened(error) };
    }
  } catch {
    // Not Prometheus itself but something in front of it, e.g. a proxy's page: quoted below.
  }
  return { reason: shortened(text) || 'no message' };
}

function shortened(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/, '');
  return line.length > 200 ? `${line.slice(0, 200)} …` : line;
}
