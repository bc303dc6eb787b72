import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What octokit's `RequestError` says that matters here. */
export interface GithubFailure {
  status: number;
  message: string;
  response?: {
    data?: {
      message?: string;
      errors?: (string | { message?: string; field?: string; code?: string })[];
    };
    headers?: Record<string, string | number | undefined>;
  };
}

export function isGithubFailure(error: unknown): error is GithubFailure {
  return (
    error instanceof Error &&
    typeof (error as unknown as GithubFailure).status === 'number'
  );
}

/** A primary or secondary rate limit: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export function isRateLimit({ status, response }: GithubFailure): boolean {
  const headers = response?.headers ?? {};
  return (
    status === 429 ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0'))
  );
}

function readReason({ message, response }: GithubFailure): string {
  const details = (response?.data?.errors ?? []).map(error =>
    typeof error === 'string'
      ? error
      : error.message ?? [error.field, error.code].filter(Boolean).join(' '),
  );
  return [response?.data?.message ?? message, ...details]
    .filter(Boolean)
    .join('; ')
    .replace(/[.\s]+$/, '');
}

/** Turns GitHub's refusal into the error class that says what to do about it. */
export function githubError(
  failure: GithubFailure,
  request: { host: string; method: string; path: string },
): Error {
  const { host, method, path } = request;
  const { status, response } = failure;
  const reason = readReason(failure);
  if (!response) {
    return new ServiceUnavailableError(
      `GitHub (${host}) could not be asked for ${method} ${path}: ${reason}. Check that it is up and that apiBaseUrl is right.`,
    );
  }
  const what = `GitHub (${host}) answered ${status} to ${method} ${path}: ${reason}.`;
  if (isRateLimit(failure)) {
    return new ServiceUnavailableError(
      `${what} The rate limit is used up; try again later.`,
    );
  }
  switch (status) {
    case 401:
      return new AuthenticationError(
        `${what} Check the token or app of ${host} under integrations.github.`,
      );
    case 403:
      return new NotAllowedError(
        `${what} Give Portico's token or GitHub App this right.`,
      );
    case 404:
      return new NotFoundError(
        `${what} It does not exist, or Portico's token may not see it.`,
      );
    case 405: // a merge that the branch's protection forbids
    case 409:
      return new ConflictError(what);
    case 400:
    case 422:
      return new InputError(what);
    default:
      return status >= 500
        ? new ServiceUnavailableError(`${what} Try again when it is back.`)
        : new Error(what);
  }
}

/** Whether GitHub answered that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotFoundError';
}

/** Passes an answer on, and turns "there is none" into `undefined`. */
export async function orUndefined<T>(
  answer: Promise<T>,
): Promise<T | undefined> {
  return answer.catch(error => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
}
