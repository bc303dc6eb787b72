import { REQUEST_METRICS } from '../../../../prometheus/rules/requestMetrics';
import type { Series } from '../../../../prometheus/series/SeriesSource';
import type { LogEntry } from './LogSource';
import { marksOf } from './marksOf';
import { noise, seedOf } from './noise';
import { incidentAt, writeLine, type ServiceFacts } from './ServiceFacts';

/** The counters of requests, as a regular expression. */
export const REQUEST_COUNTS = Object.values(REQUEST_METRICS)
  .map(({ count }) => count)
  .join('|');

/** Of so many requests one is written down; all of those that fail. */
const SAMPLED = { info: 100, warn: 20, error: 1 };

type Level = keyof typeof SAMPLED;

/** Requests that are answered alike, of one pod. */
interface Answered {
  facts: ServiceFacts;
  seed: number;
  level: Level;
  method: string;
  route: string;
  status: string;
}

/** The lines that a pod wrote of the requests that one of its counters has counted. */
export function requestEntries(
  series: Series,
  facts: ServiceFacts,
  after: number,
  until: number,
): LogEntry[] {
  const answered = readAnswered(series, facts);
  const samples = marksOf(series, after, until);
  const every = SAMPLED[answered.level];
  const entries: LogEntry[] = [];
  for (let i = 1; i < samples.length; i += 1) {
    const [from, to] = [samples[i - 1], samples[i]];
    if (to.at <= after) continue;
    // A counter that begins again counts from 0.
    const begin = to.value < from.value ? 0 : from.value;
    const first = Math.floor(begin / every) + 1;
    const last = Math.floor(to.value / every);
    for (let nth = first; nth <= last; nth += 1) {
      // Spread over the interval, each in its own part of it.
      const place = nth - first + noise(answered.seed, nth);
      const at =
        Math.floor(from.at + (place / (last - first + 1)) * (to.at - from.at)) +
        1;
      if (at > after && at <= until) entries.push(entryOf(answered, at, nth));
    }
  }
  return entries;
}

function readAnswered({ labels }: Series, facts: ServiceFacts): Answered {
  const status =
    labels.http_response_status_code ??
    labels.status_code ??
    labels.response_code ??
    labels.status;
  const level = ({ '4': 'warn', '5': 'error' } as const)[status[0]] ?? 'info';
  return {
    facts,
    seed: seedOf(JSON.stringify(labels)),
    level,
    method: labels.http_request_method ?? labels.method ?? 'GET',
    route: labels.http_route ?? labels.route ?? labels.uri ?? '/',
    status,
  };
}

const MESSAGES: Record<Level, string> = {
  info: 'request completed',
  warn: 'request refused: not found',
  error: 'request failed',
};

function entryOf(answered: Answered, at: number, nth: number): LogEntry {
  const { facts, seed, level, method, route, status } = answered;
  const share = (what: number) => noise(seed + what, nth);
  const text = writeLine(facts, {
    time: new Date(at).toISOString(),
    level,
    msg: MESSAGES[level],
    method,
    route,
    status: Number(status),
    duration_ms: durationOf(facts, at, share(1)),
    trace_id: [2, 3, 4, 5]
      .map(one =>
        Math.floor(share(one) * 2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      )
      .join(''),
    ...(level === 'error' && { error: causeOf(facts, at, share(6)) }),
  });
  const rest = Math.floor(share(7) * 1e6)
    .toString()
    .padStart(6, '0');
  return { at, nanos: `${at}${rest}`, text };
}

/** Milliseconds; longer than the objective in an incident of kind `latency`. */
function durationOf(facts: ServiceFacts, at: number, share: number): number {
  const slo = facts.component?.slo ?? '';
  const objective = Number(/latency-p95=(\d+)ms/.exec(slo)?.[1] ?? 300);
  const factor = incidentAt(facts, at, 'latency')
    ? 1.1 + share * 0.8
    : 0.1 + share ** 3 * 0.9;
  return Number((objective * factor).toFixed(1));
}

function causeOf(facts: ServiceFacts, at: number, share: number): string {
  if (incidentAt(facts, at, 'crash-loop')) return 'connection reset by peer';
  const database = facts.component?.uses.find(one => one.endsWith('-db'));
  if (incidentAt(facts, at, 'latency') && database) {
    return `no connection to ${database} within 2000 ms`;
  }
  const others = facts.component?.dependsOn ?? [];
  const other = others[Math.floor(share * others.length)];
  return other ? `${other} answered 503` : 'unexpected end of input';
}
