import { GaugeSeries } from '../scrape/GaugeSeries';
import { heapLimit, heapPart } from './memory';
import type { Families, Scope } from './Scope';

/** Connections that a pod may hold to its database, and holds when none is left. */
const POOL = 50;
const POOL_USED_UP = 48;

/** What a process tells of itself beside its requests: whether it answers, its heap, its pool of connections. */
export function processFamilies(scope: Scope): Families {
  const { target, labels, presence } = scope;
  const gauge = (
    name: string,
    valueAt: (at: number) => number,
    more: Record<string, string> = {},
  ) => ({
    [name]: () => [
      new GaugeSeries(
        { __name__: name, ...labels, ...more },
        scope.process,
        valueAt,
      ),
    ],
  });
  const isAlive = (at: number) =>
    target.lives.some(({ from, to = Infinity }) => at > from && at <= to);
  return {
    up: () => [
      new GaugeSeries({ __name__: 'up', ...labels }, presence, at =>
        Number(isAlive(at)),
      ),
    ],
    ...heapFamilies(scope, gauge),
    ...poolFamilies(scope, gauge),
  };
}

type Gauge = (
  name: string,
  valueAt: (at: number) => number,
  more?: Record<string, string>,
) => Families;

function heapFamilies(scope: Scope, gauge: Gauge): Families {
  const limit = heapLimit(scope);
  if (limit === undefined) return {};
  const part = heapPart(scope);
  const used = (at: number) => Math.round(limit * part(at));
  switch (scope.service.traits.preset) {
    case 'otel':
      return {
        ...gauge('process_runtime_memory_heap_used_bytes', used),
        ...gauge('process_runtime_memory_heap_limit_bytes', () => limit),
      };
    case 'micrometer': {
      const area = { area: 'heap', id: 'G1 Old Gen' };
      return {
        ...gauge('jvm_memory_used_bytes', used, area),
        ...gauge('jvm_memory_max_bytes', () => limit, area),
      };
    }
    default:
      return {};
  }
}

function poolFamilies({ service, target }: Scope, gauge: Gauge): Families {
  const { preset, database } = service.traits;
  if (!database) return {};
  const used = (at: number) =>
    service.timeline.modeAt(at).slow
      ? POOL_USED_UP
      : Math.round(4 + 9 * service.demand.levelAt(at) + (target.rank % 3));
  switch (preset) {
    case 'otel': {
      const pool = { pool_name: database };
      const states: [string, (at: number) => number][] = [
        ['used', used],
        ['idle', at => POOL - used(at)],
      ];
      const usage = 'db_client_connections_usage';
      return {
        [usage]: () =>
          states.flatMap(([state, valueAt]) =>
            gauge(usage, valueAt, { ...pool, state })[usage](),
          ),
        ...gauge('db_client_connections_max', () => POOL, pool),
      };
    }
    case 'micrometer': {
      const pool = { pool: 'HikariPool-1' };
      return {
        ...gauge('hikaricp_connections_active', used, pool),
        ...gauge('hikaricp_connections_max', () => POOL, pool),
      };
    }
    default:
      return {};
  }
}
