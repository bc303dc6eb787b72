import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { OktaOrg } from '../config/readOktaOrgs';

/** What the errors of Okta's client carry. */
interface OktaFailure extends Error {
  status?: number;
  /** e.g. `E0000001`: https://developer.okta.com/docs/reference/error-codes/ */
  errorCode?: string;
  errorSummary?: string;
  errorCauses?: { errorSummary?: string }[];
}

/** Turns a failure into the error class that says what to do about it. Never holds the token. */
export function oktaError(
  error: unknown,
  context: { org: OktaOrg; what: string },
): Error {
  const { org, what } = context;
  const { status, errorSummary, errorCauses, message } = error as OktaFailure;
  if (status === undefined) {
    return new ServiceUnavailableError(
      `Okta '${org.name}' (${org.orgUrl}) could not be asked to ${what}: ${message}. Check that it is up and that orgUrl is right.`,
    );
  }
  const reason = [
    errorSummary || `status ${status}`,
    ...(errorCauses ?? []).map(cause => cause.errorSummary),
  ]
    .filter(Boolean)
    .join('; ')
    .replace(/[.\s]+$/, '');
  const told = `Okta '${org.name}' answered ${status} when asked to ${what}: ${reason}.`;
  switch (status) {
    case 400:
      return new InputError(told);
    case 401:
      return new AuthenticationError(
        `${told} Check the token of '${org.name}' under okta.orgs.`,
      );
    case 403:
      return new NotAllowedError(
        `${told} Give the administrator behind the token of '${org.name}' this right.`,
      );
    case 404:
      return new NotFoundError(told);
    case 409:
      return new ConflictError(told);
    case 429:
      return new ServiceUnavailableError(
        `${told} Its rate limit is used up; try again in a minute.`,
      );
    default:
      return status >= 500
        ? new ServiceUnavailableError(`${told} Try again when it is back.`)
        : new Error(told);
  }
}
