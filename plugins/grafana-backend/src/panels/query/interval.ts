import { grafanaData } from '../frames/library';

/** Steps of a range, as Grafana's frontend computes them. Milliseconds. */
export interface Step {
  stepMs: number;
  /** E.g. `30s`. */
  text: string;
}

/**
 * The step that gives at most so many points, rounded to one that reads well, and not below the smallest one.
 * https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#__interval
 *
 * @param options.least e.g. `30s` or `>30s`; no limit if absent or no interval
 */
export function stepOf(options: {
  from: number;
  to: number;
  points: number;
  least?: string;
}): Step {
  const { dateTime, rangeUtil } = grafanaData();
  const [from, to] = [dateTime(options.from), dateTime(options.to)];
  const least = options.least?.replace(/^\s*>/, '').trim();
  const { intervalMs, interval } = rangeUtil.calculateInterval(
    { from, to, raw: { from, to } },
    options.points,
    least && isInterval(least) ? least : undefined,
  );
  return { stepMs: intervalMs, text: interval };
}

/**
 * `$__rate_interval`: never shorter than four scrapes, so that each window has points enough.
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/#use-__rate_interval
 */
export function rateIntervalMs(stepMs: number, scrapeMs = 15_000): number {
  return Math.max(stepMs + scrapeMs, 4 * scrapeMs);
}

/** Whether Grafana can read it as a time span, e.g. `1m` or `500ms`. */
export function isInterval(text: string): boolean {
  return /^\d+(\.\d+)?(ms|[Mwdhmsy])?$/.test(text);
}

/** A time span such as `30s` in milliseconds; undefined for what is none. */
export function spanMs(text: string | undefined): number | undefined {
  return text && isInterval(text)
    ? grafanaData().rangeUtil.intervalToMs(text)
    : undefined;
}
