import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What was asked and what came back, for the message. Never holds the token. */
export interface FailedAnswer {
  instance: string;
  method: string;
  /** Path without the query string. */
  path: string;
  status: number;
  body: string;
}

/** Argo CD passes on the words of the gRPC library between its parts; they say nothing to a person. */
const RPC_NOISE = /rpc error: code = \w+ desc = /g;

/** Argo CD answers `{"error": …, "code": <gRPC code>, "message": …}`. */
function readMessage(body: string): string {
  try {
    const parsed = JSON.parse(body) as { error?: unknown; message?: unknown };
    const message = parsed.message ?? parsed.error;
    if (typeof message === 'string' && message) return message;
  } catch {
    // Not Argo CD itself but something in front of it, e.g. a proxy's page: quoted below.
  }
  const text = body.replace(/\s+/g, ' ').trim();
  return text.length > 200 ? `${text.slice(0, 200)} …` : text || 'no message';
}

/** Turns an answer that is not 2xx into the error class that says what to do about it. */
export function argocdError(answer: FailedAnswer): Error {
  const { instance, method, path, status } = answer;
  const reason = readMessage(answer.body)
    .replaceAll(RPC_NOISE, '')
    .replace(/[.\s]+$/, '');
  const what = `Argo CD '${instance}' answered ${status} to ${method} ${path}: ${reason}.`;
  switch (status) {
    case 401:
      return new AuthenticationError(
        `${what} Check the token of '${instance}' under argocd.instances.`,
      );
    case 403:
      return new NotAllowedError(
        `${what} Give the account behind the token of '${instance}' this right in Argo CD's RBAC policy.`,
      );
    case 404:
      return new NotFoundError(
        `${what} Check the name, and that it lives on this instance.`,
      );
    case 409:
      return new ConflictError(
        `${what} Someone else changed it at the same time; run the step again.`,
      );
    case 400:
    case 422:
      return new InputError(what);
    case 429:
      return new ServiceUnavailableError(
        `${what} It is asked too often; try again in a minute.`,
      );
    default:
      return status >= 500
        ? new ServiceUnavailableError(`${what} Try again when it is back.`)
        : new Error(what);
  }
}
