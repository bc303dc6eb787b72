import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Upstream, UpstreamRequest } from './Upstream';

const LONGEST_REASON = 300;

/**
 * Turns an answer that is no success into the error that says what to do about it. A credential that is refused is
 * Portico's own, so that whoever looks at a page is not told that they may not.
 */
export function upstreamError(
  upstream: Upstream,
  { method, path }: UpstreamRequest,
  status: number,
  text: string,
): Error {
  const { title, configuredAt } = upstream;
  const reason = readReason(upstream, text);
  const what = `${title} answered ${status} to ${method} ${path}: ${reason}.`;
  switch (status) {
    case 401:
    case 403:
      return new ServiceUnavailableError(
        `${what} Check the credential under ${configuredAt}, and its rights.`,
      );
    case 404:
      return new NotFoundError(
        `${what} Check the address under ${configuredAt} if it should be there.`,
      );
    case 400:
    case 422:
      return new InputError(what);
    case 409:
      return new ConflictError(what);
    case 429:
      return new ServiceUnavailableError(
        `${what} It is asked too often; it will be asked again.`,
      );
    default:
      return new ServiceUnavailableError(`${what} Try again when it is back.`);
  }
}

function readReason(upstream: Upstream, text: string): string {
  const line = withoutSecrets(upstream, given(upstream, text) ?? text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/, '');
  if (line.length <= LONGEST_REASON) return line || 'no message';
  return `${line.slice(0, LONGEST_REASON)} …`;
}

function given({ reasonIn }: Upstream, text: string): string | undefined {
  try {
    return reasonIn?.(JSON.parse(text));
  } catch {
    return undefined; // Not the server itself but something in front of it: its text is quoted.
  }
}

/** A server, or a proxy in front of it, may repeat what it was sent. */
function withoutSecrets({ headers }: Upstream, text: string): string {
  return Object.values(headers)
    .flatMap(value => value.split(/[\s=]/))
    .filter(part => part.length >= 8)
    .reduce((safe, part) => safe.replaceAll(part, '***'), text);
}
