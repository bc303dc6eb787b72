import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const PATH = 'health.pagerduty';

/** All of `health.pagerduty`, with defaults. */
export interface PagerDutySettings {
  /** Secret. */
  token: string;
  /** No trailing slash. */
  apiUrl: string;
  /** In whose name those write who have no account. */
  from?: string;
}

/**
 * Reads `health.pagerduty`; undefined where the section is absent.
 *
 * @throws Error that names the key where the token is missing, InputError where an address is none
 */
export function readPagerDutySettings(
  config: Config,
): PagerDutySettings | undefined {
  const section = config.getOptionalConfig(PATH);
  if (!section) return undefined;
  const apiUrl =
    section.getOptionalString('apiUrl') ?? 'https://api.pagerduty.com';
  if (!/^https?:\/\/[^@/]+/.test(apiUrl) || !URL.canParse(apiUrl)) {
    throw new InputError(
      `${PATH}.apiUrl is no address; write e.g. https://api.eu.pagerduty.com.`,
    );
  }
  return {
    token: section.getString('token'),
    apiUrl: apiUrl.replace(/\/+$/, ''),
    from: section.getOptionalString('from'),
  };
}
