import type { SeriesData } from '@portico/sandbox';

/** When the samples end: 2026-03-10T12:00:00Z. */
export const NOW = Date.UTC(2026, 2, 10, 12);

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A value that tries to end its literal, its selector and its regular expression. */
export const HOSTILE =
  'a"} or up{b="\n\\#é😀`\'$1.*|[x](y)^+?\u2028 \ufffd{{ $value }}';

type Labels = Record<string, string>;

/** The same numbers each time, 0 <= n < 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) % 2 ** 32;
    return Math.abs(state) / 2 ** 32;
  };
}

/** 28 days at half hours, a quarter of an hour a week ago by the minute, and the last day by the minute. */
function moments(bornAt: number, endsAt: number): number[] {
  const all: number[] = [];
  for (let at = NOW - 30 * DAY; at <= NOW + 10 * MINUTE; ) {
    const age = NOW - at;
    const isDense =
      age <= 26 * 60 * MINUTE ||
      (age >= 7 * DAY && age <= 7 * DAY + 15 * MINUTE);
    if (at >= bornAt && at <= endsAt) all.push(at);
    at += isDense || age % (30 * MINUTE) !== 0 ? MINUTE : 30 * MINUTE;
    if (!isDense && age > 7 * DAY && NOW - at < 7 * DAY) at = NOW - 7 * DAY;
  }
  return all;
}

interface Service {
  preset: 'otel' | 'prom-client' | 'micrometer' | 'istio';
  labels: Labels;
  /** Requests between two samples. */
  requests: number;
  errors?: (at: number) => number;
  /** Part of the requests that is slow. */
  slow?: number;
  bornAt?: number;
  endsAt?: number;
  /** Chance of a restart at each sample. */
  restarts?: number;
  pods?: number;
}

const PRESETS = {
  otel: {
    name: 'http_server_request_duration_seconds',
    status: 'http_response_status_code',
    scale: 1,
  },
  'prom-client': {
    name: 'http_request_duration_seconds',
    status: 'status_code',
    scale: 1,
  },
  micrometer: {
    name: 'http_server_requests_seconds',
    status: 'status',
    scale: 1,
  },
  istio: {
    name: 'istio_request_duration_milliseconds',
    status: 'response_code',
    scale: 1000,
  },
};
const BOUNDS = [0.1, 0.25, 0.5, 1, Infinity];

/** Series of services with all that makes answers differ: presets, resets, gaps, no traffic, the new, the gone, odd labels. */
export function conformanceSamples(): SeriesData[] {
  const random = randomNumbers(11);
  const data: SeriesData[] = [];

  const add = (
    name: string,
    labels: Labels,
    times: readonly number[],
    value: (at: number, index: number) => number | undefined,
  ) => {
    const samples = times.flatMap((at, index) => {
      const next = value(at, index);
      return next === undefined ? [] : { at, value: next };
    });
    data.push({ labels: { __name__: name, ...labels }, samples });
  };

  const addService = (service: Service) => {
    const { bornAt = 0, endsAt = NOW, pods = 2 } = service;
    const { name, status, scale } = PRESETS[service.preset];
    const times = moments(bornAt, endsAt);
    for (let pod = 0; pod < pods; pod += 1) {
      const common: Labels = {
        ...service.labels,
        namespace: 'shop',
        pod: `p-${pod}`,
        instance: `10.0.0.${pod}:80`,
      };
      const counts = { '200': [0, 0, 0, 0, 0], '500': [0, 0, 0, 0, 0] };
      const rows = times.map(at => {
        if (random() < (service.restarts ?? 0)) {
          for (const row of Object.values(counts)) row.fill(0);
        }
        const failed = Math.round(service.errors?.(at) ?? 0);
        const slow = Math.round(service.requests * (service.slow ?? 0.02));
        const fast = Math.max(0, service.requests - slow - failed);
        const more: [keyof typeof counts, number[]][] = [
          ['200', [fast * 0.6, fast * 0.9, fast, fast + slow, fast + slow]],
          ['500', [failed, failed, failed, failed, failed]],
        ];
        for (const [code, amounts] of more) {
          amounts.forEach((it, index) => {
            counts[code][index] += Math.floor(it);
          });
        }
        return { '200': [...counts['200']], '500': [...counts['500']] };
      });
      const gap = (at: number) =>
        pod === 1 && NOW - at > 40 * MINUTE && NOW - at < 55 * MINUTE;
      for (const code of ['200', '500'] as const) {
        const labels = { ...common, [status]: code };
        BOUNDS.forEach((bound, which) => {
          const le = bound === Infinity ? '+Inf' : String(bound * scale);
          add(`${name}_bucket`, { ...labels, le }, times, (at, index) =>
            gap(at) ? undefined : rows[index][code][which],
          );
        });
        add(
          service.preset === 'istio' ? 'istio_requests_total' : `${name}_count`,
          labels,
          times,
          (at, index) => (gap(at) ? undefined : rows[index][code][4]),
        );
      }
      const recent = times.filter(at => NOW - at < 2 * 60 * MINUTE);
      const container = { ...common, container: 'app' };
      add('up', common, recent, () => 1);
      add(
        'container_cpu_usage_seconds_total',
        container,
        recent,
        at => Math.max(0, (at - NOW + DAY) / 2_000) + pod,
      );
      add('container_memory_working_set_bytes', container, recent, () =>
        pod === 0 ? 950 : 400,
      );
    }
  };

  const burst =
    (from: number, minutes: number, failed: number) => (at: number) =>
      at > from && at <= from + minutes * MINUTE ? failed : 0;
  const service = (name: string, environment = 'production'): Labels => ({
    service: name,
    environment,
  });
  addService({
    preset: 'otel',
    labels: service('orders'),
    requests: 600,
    slow: 0.2,
    errors: burst(NOW - 4 * DAY, 300, 200),
    restarts: 0.01,
  });
  addService({
    preset: 'otel',
    labels: service('orders', 'staging'),
    requests: 6,
  });
  addService({
    preset: 'prom-client',
    labels: service('payouts'),
    requests: 900,
    errors: burst(NOW - 70 * MINUTE, 200, 120),
  });
  addService({
    preset: 'micrometer',
    labels: service('billing'),
    requests: 300,
    errors: burst(NOW - 20 * 60 * MINUTE, 90, 20),
    restarts: 0.05,
  });
  addService({
    preset: 'istio',
    labels: { ...service('mesh'), destination_service_name: 'mesh' },
    requests: 400,
    errors: at => (at > NOW - 30 * MINUTE ? 8 : 0),
    slow: 0.4,
  });
  addService({ preset: 'otel', labels: service(HOSTILE), requests: 60 });
  addService({ preset: 'otel', labels: service('idle'), requests: 0 });
  addService({
    preset: 'otel',
    labels: service('newcomer'),
    requests: 200,
    bornAt: NOW - 3 * DAY,
    errors: at => (at > NOW - 2 * DAY ? 1 : 0),
  });
  addService({
    preset: 'otel',
    labels: service('just-born'),
    requests: 50,
    bornAt: NOW,
    pods: 1,
  });
  addService({
    preset: 'otel',
    labels: service('gone'),
    requests: 50,
    endsAt: NOW - 18 * MINUTE,
  });
  addService({
    preset: 'otel',
    labels: service('early'),
    requests: 50,
    endsAt: NOW + 10 * MINUTE,
    pods: 1,
  });
  addService({
    preset: 'otel',
    labels: { app: 'web', team: 'a.b|c', environment: 'production' },
    requests: 100,
    pods: 1,
  });
  addService({
    preset: 'otel',
    labels: service('ship-a'),
    requests: 100,
    pods: 1,
  });
  addService({
    preset: 'otel',
    labels: { service: 'ship-b' },
    requests: 100,
    pods: 1,
  });

  const recent = moments(NOW - 60 * MINUTE, NOW);
  for (const pod of ['p-0', 'p-1']) {
    for (const [resource, value] of [
      ['cpu', 1],
      ['memory', 1_000],
    ] as const) {
      const labels = { namespace: 'shop', pod, container: 'app', resource };
      add('kube_pod_container_resource_limits', labels, recent, () => value);
    }
    const process = { ...service('orders'), pod, instance: pod };
    const pool = { ...process, pool_name: 'orders-db' };
    for (const state of ['used', 'idle']) {
      add('db_client_connections_usage', { ...pool, state }, recent, () =>
        state === 'used' && pod === 'p-0' ? 48 : 2,
      );
    }
    add('db_client_connections_max', pool, recent, () => 50);
    add('process_runtime_memory_heap_used_bytes', process, recent, () => 93);
    add('process_runtime_memory_heap_limit_bytes', process, recent, () => 100);
  }
  for (const what of ['requests', 'errors']) {
    for (const window of ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '28d']) {
      const labels = { ...service('recorded'), preset: 'recorded' };
      add(`portico:http_${what}:rate${window}`, labels, recent, () =>
        what === 'requests' ? 20 : 0.2,
      );
    }
  }
  add('queue_messages', service('orders'), recent, (_, index) => index);
  add('queue_messages', { service: HOSTILE }, recent, () => 0.25);
  return data.filter(({ samples }) => samples.length > 0);
}
