import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How much of a panel is asked for and sent. */
export interface PanelLimits {
  /** Points over time, for each series. */
  points: number;
  /** Series of one panel. */
  series: number;
  /** Rows of a table. */
  rows: number;
  /** Lines of a log. */
  logLines: number;
  /** Bytes of one answer of Grafana. */
  bytes: number;
  /** Questions that one instance is asked at a time. */
  concurrency: number;
  /** How long one answer is waited for. */
  timeoutSeconds: number;
  /** How long an answer is kept for others who ask the same. */
  cacheSeconds: number;
}

const DEFAULTS: PanelLimits = {
  points: 1500,
  series: 100,
  rows: 5000,
  logLines: 1000,
  bytes: 20_000_000,
  concurrency: 6,
  timeoutSeconds: 30,
  cacheSeconds: 15,
};

/**
 * Reads `grafana.limits`.
 *
 * @throws InputError that says which key is wrong
 */
export function readPanelLimits(config: Config): PanelLimits {
  const limits = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS) as (keyof PanelLimits)[]) {
    const path = `grafana.limits.${key}`;
    const value = config.getOptionalNumber(path);
    if (value === undefined) continue;
    if (!(value >= (key === 'cacheSeconds' ? 0 : 1))) {
      throw new InputError(
        `${path} is ${value}. Write a number from 1 up, or leave it out for ${DEFAULTS[key]}.`,
      );
    }
    limits[key] = value;
  }
  return limits;
}
