import { fillVariables, rangeVariables } from '../fillVariables';
import type { JsonObject, QueryContext } from '../Datasource';
import { formatInterval, readInterval } from '../time/durations';

/** Steps that Loki answers at the most. */
const MOST_STEPS = 11_000;
/** Lines where the query does not say, as the data source is set up. */
const USUAL_LINES = 1000;
/** Lines that Loki answers at the most. */
const MOST_LINES = 5000;

/** A query of Grafana's Loki data source, ready to run. */
export interface LokiQuery {
  refId: string;
  expr: string;
  isInstant: boolean;
  stepMs: number;
  maxLines: number;
  direction: 'backward' | 'forward';
  legendFormat: string;
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

/** Reads a query as the backend of Grafana's Loki plugin does. */
export function readLokiQuery(
  query: JsonObject,
  context: QueryContext,
): LokiQuery {
  const { from, to, intervalMs } = context;
  const isInstant = query.queryType === 'instant';
  const stepMs = stepOf(query, context);
  const range = rangeVariables(to - from);
  const expr = fillVariables(String(query.expr ?? ''), {
    __interval: formatInterval(intervalMs),
    __interval_ms: `${intervalMs}`,
    ...range,
    __auto: isInstant ? range.__range : formatInterval(stepMs),
  });
  const maxLines = Number(query.maxLines) || USUAL_LINES;
  return {
    refId: String(query.refId ?? 'A'),
    expr,
    isInstant,
    stepMs,
    maxLines: Math.min(MOST_LINES, maxLines),
    direction: query.direction === 'forward' ? 'forward' : 'backward',
    legendFormat: String(query.legendFormat ?? ''),
    from,
    to,
  };
}

function stepOf(query: JsonObject, context: QueryContext): number {
  const { from, to, intervalMs } = context;
  const resolutions = [1, 2, 3, 4, 5, 10];
  const asked = Number(query.resolution);
  const resolution = resolutions.includes(asked) ? asked : 1;
  const own = readInterval(query.step);
  if (own) return own * resolution;
  return Math.ceil(Math.max(intervalMs * resolution, (to - from) / MOST_STEPS));
}
