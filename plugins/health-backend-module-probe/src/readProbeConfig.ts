import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

export interface ProbeConfig {
  /** Whether a probe may go there. */
  isAllowed(url: URL): boolean;
  timeoutSeconds: number;
  intervalSeconds: number;
}

/**
 * Reads `health.probe`; undefined where it is absent.
 *
 * @throws InputError for a pattern that is no origin
 */
export function readProbeConfig(config: Config): ProbeConfig | undefined {
  const section = config.getOptionalConfig('health.probe');
  if (!section) return undefined;
  const patterns = section.getStringArray('allow').map(readPattern);
  return {
    isAllowed: url => patterns.some(matches => matches(url)),
    timeoutSeconds: section.getOptionalNumber('timeoutSeconds') ?? 5,
    intervalSeconds: section.getOptionalNumber('intervalSeconds') ?? 60,
  };
}

const PATTERN = /^(https?):\/\/([a-z0-9.*-]+)(?::(\d+|\*))?$/i;

function readPattern(text: string): (url: URL) => boolean {
  const [, scheme, host, port = ''] = PATTERN.exec(text) ?? [];
  if (!host) {
    throw new InputError(
      `health.probe.allow: '${text}' is no origin; write e.g. https://*.example.com or http://portal.internal:8080.`,
    );
  }
  const name = new RegExp(
    `^${host.replaceAll('.', '\\.').replaceAll('*', '.*')}$`,
    'i',
  );
  return url =>
    url.protocol === `${scheme.toLowerCase()}:` &&
    name.test(url.hostname) &&
    (port === '*' || url.port === port);
}
