/** How users and groups come from Okta. */
export interface ScimOptions {
  /** False: what changes in Okta stays there, as in an organisation that has not set up provisioning. */
  enabled: boolean;
  /** How long a change in Okta takes to arrive, in simulated seconds. */
  delaySeconds: number;
}

export const DEFAULT_SCIM: ScimOptions = { enabled: true, delaySeconds: 8 };

/**
 * Reads `PORTICO_SANDBOX_SCIM` (`on` or `off`) and `PORTICO_SANDBOX_SCIM_DELAY` (seconds).
 *
 * @throws Error that names the variable and what it may be
 */
export function scimFromEnvironment(
  environment: Record<string, string | undefined>,
): ScimOptions {
  const {
    PORTICO_SANDBOX_SCIM: scim = 'on',
    PORTICO_SANDBOX_SCIM_DELAY: delay = String(DEFAULT_SCIM.delaySeconds),
  } = environment;
  if (scim !== 'on' && scim !== 'off') {
    throw new Error(`PORTICO_SANDBOX_SCIM must be on or off, not '${scim}'`);
  }
  const delaySeconds = Number(delay);
  if (delay.trim() === '' || !(delaySeconds >= 0 && delaySeconds <= 86_400)) {
    throw new Error(
      `PORTICO_SANDBOX_SCIM_DELAY must be a number of seconds from 0 to 86400, not '${delay}'`,
    );
  }
  return { enabled: scim === 'on', delaySeconds };
}
