/** What can be set about the sandbox's Okta. */
export interface OktaOptions {
  /** Requests a minute that the management API takes. */
  rateLimit: number;
}

/** More than Okta's 600 on most endpoints, so that many flows at once do not wait. */
export const DEFAULT_OKTA: OktaOptions = { rateLimit: 6000 };

/**
 * Reads `PORTICO_SANDBOX_OKTA_RATE_LIMIT` (requests a minute).
 *
 * @throws Error that names the variable and what it may be
 */
export function oktaFromEnvironment(
  environment: Record<string, string | undefined>,
): OktaOptions {
  const { PORTICO_SANDBOX_OKTA_RATE_LIMIT: text } = environment;
  if (text === undefined) return DEFAULT_OKTA;
  const rateLimit = Number(text);
  if (!Number.isInteger(rateLimit) || rateLimit < 1) {
    throw new Error(
      `PORTICO_SANDBOX_OKTA_RATE_LIMIT must be a whole number of requests a minute from 1, not '${text}'`,
    );
  }
  return { rateLimit };
}
