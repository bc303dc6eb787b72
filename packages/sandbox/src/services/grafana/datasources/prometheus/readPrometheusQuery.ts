import { fillVariables, rangeVariables } from '../fillVariables';
import type { JsonObject, QueryContext } from '../Datasource';
import { formatInterval, goDuration, readInterval } from '../time/durations';
import { roundInterval } from '../time/roundInterval';

/** What Grafana takes for the scrape interval where none is set up. */
const SCRAPE_INTERVAL_MS = 15_000;
/** Points that Prometheus answers at the most. */
const MOST_POINTS = 11_000;
/** Points where the panel does not say. */
const USUAL_POINTS = 1500;

const RATE_INTERVAL = ['$__rate_interval', '${__rate_interval}'];
const INTERVAL = ['$__interval', '${__interval}'];
const VARIABLES = [
  ...RATE_INTERVAL,
  ...INTERVAL,
  '$__interval_ms',
  '${__interval_ms}',
  '$__rate_interval_ms',
  '${__rate_interval_ms}',
];

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** A query of Grafana's Prometheus data source, ready to run. */
export interface PrometheusQuery {
  refId: string;
  expr: string;
  stepMs: number;
  /** Milliseconds since 1970, aligned to the step. */
  start: number;
  end: number;
  /** When an instant query looks: not aligned. */
  at: number;
  instant: boolean;
  range: boolean;
  legendFormat: string;
}

/** Reads a query as the backend of Grafana's Prometheus plugin does: step, alignment and variables alike. */
export function readPrometheusQuery(
  query: JsonObject,
  context: QueryContext,
): PrometheusQuery {
  const { from, to } = context;
  const interval = textOf(query.interval);
  const stepMs = stepOf(query, interval, context);
  const rateMs = rateIntervalOf(interval, stepMs, context.intervalMs);
  const expr = fillVariables(textOf(query.expr), {
    __interval: formatInterval(stepMs),
    __interval_ms: `${stepMs}`,
    ...rangeVariables(to - from),
    __rate_interval: goDuration(rateMs),
    __rate_interval_ms: `${rateMs}`,
  });
  const instant = query.instant === true;
  const align = (at: number) => Math.floor(at / stepMs) * stepMs;
  return {
    refId: textOf(query.refId) || 'A',
    expr,
    stepMs,
    start: align(from),
    end: align(to),
    at: to,
    instant,
    // Dashboards of old say neither.
    range: query.range === true || !instant,
    legendFormat: textOf(query.legendFormat),
  };
}

function stepOf(query: JsonObject, interval: string, context: QueryContext) {
  const { from, to, maxDataPoints } = context;
  const own = VARIABLES.includes(interval) ? undefined : readInterval(interval);
  const least = own || numberOf(query.intervalMs) || SCRAPE_INTERVAL_MS;
  const wanted = (to - from) / (maxDataPoints || USUAL_POINTS);
  const calculated = wanted < least ? least : roundInterval(wanted);
  const safe = roundInterval((to - from) / MOST_POINTS);
  const step = Math.max(calculated, safe);
  if (RATE_INTERVAL.includes(interval)) {
    return rateInterval(step, SCRAPE_INTERVAL_MS);
  }
  return step * (numberOf(query.intervalFactor) || 1);
}

/** https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/#use-__rate_interval */
function rateInterval(stepMs: number, scrapeMs: number): number {
  return Math.max(stepMs + scrapeMs, 4 * scrapeMs);
}

function rateIntervalOf(interval: string, stepMs: number, intervalMs: number) {
  if (RATE_INTERVAL.includes(interval)) return stepMs;
  const least = INTERVAL.includes(interval) ? stepMs : readInterval(interval);
  return rateInterval(intervalMs, least || SCRAPE_INTERVAL_MS);
}
