import {
  increase,
  newest,
  p95,
  testSeries,
  where,
} from './__testUtils__/testSeries';
import { PRESETS } from './presets/presets';
import type { CounterWindow, Series } from './SeriesSource';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What the samples themselves say of a window. */
function windowOf(
  series: Series,
  after: number,
  until: number,
): CounterWindow | undefined {
  const samples = series.samples(after, until);
  if (samples.length === 0) return undefined;
  let lost = 0;
  for (let index = 1; index < samples.length; index += 1) {
    const { value } = samples[index - 1];
    if (samples[index].value < value) lost += value;
  }
  return {
    first: samples[0],
    last: samples[samples.length - 1],
    count: samples.length,
    lost,
  };
}

describe('the series of the world', () => {
  const { source, world, incidents, kit } = testSeries({ withIncidents: true });
  const now = kit.clock.now().getTime();
  const production = (service: string) => ({
    service,
    environment: 'production',
  });
  const histogramOf = (service: string) => {
    const { metricsPreset } = world.components.find(
      one => one.name === service,
    )!;
    return PRESETS[metricsPreset].histogram;
  };
  const requests = (service: string, after: number, status?: object) =>
    increase(
      source,
      {
        __name__: `${histogramOf(service)}_count`,
        ...production(service),
        ...status,
      },
      after,
      now,
    );
  const latencyOf = (service: string, after = now - 5 * MINUTE_MS) =>
    p95(
      source,
      { __name__: `${histogramOf(service)}_bucket`, ...production(service) },
      after,
      now,
    );

  it('tells of a window what its samples tell', () => {
    const names = [
      'http_server_request_duration_seconds_bucket',
      'http_server_requests_seconds_sum',
      'http_request_duration_seconds_count',
      'container_cpu_usage_seconds_total',
      'istio_requests_total',
    ];
    const windows = [
      [now - 5 * MINUTE_MS, now],
      [now - 5 * MINUTE_MS + 1, now - 7],
      [now - 14_000, now],
      [now - 90 * MINUTE_MS, now - 10 * MINUTE_MS],
      [now + MINUTE_MS, now + 2 * MINUTE_MS],
      [now - 90 * DAY_MS, now - 60 * DAY_MS],
    ];
    let compared = 0;
    for (const name of names) {
      for (const [after, until] of windows) {
        const all = source.select(where({ __name__: name }), after, until);
        for (const series of all.filter((_one, index) => index % 397 === 0)) {
          expect(series.counterWindow?.(after, until)).toEqual(
            windowOf(series, after, until),
          );
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('grow, a bucket never beyond the next, and the last as much as the count', () => {
    const bucket = 'http_server_request_duration_seconds_bucket';
    const of = { ...production('cart'), http_request_method: 'POST' };
    const at = now - 120 * MINUTE_MS;
    const all = source
      .select(
        where({ __name__: bucket, ...of, http_response_status_code: '201' }),
        at,
        now,
      )
      .filter((one, _index, [first]) => one.labels.pod === first.labels.pod);
    expect(all).toHaveLength(15);
    const columns = all.map(one => one.samples(at, now).map(it => it.value));
    for (const column of columns) {
      expect(column.every((it, i) => i === 0 || it >= column[i - 1])).toBe(
        true,
      );
    }
    columns.slice(1).forEach((column, index) => {
      expect(column.every((it, i) => it >= columns[index][i])).toBe(true);
    });
  });

  it.each([
    ['orders', 8, 90],
    ['payments', 8, 90],
    ['dbt-runs', 0, 0],
  ])('%s gets between %i and %i requests a second', (service, least, most) => {
    const perSecond = requests(service, now - 7 * DAY_MS) / (7 * 86_400);
    expect(perSecond).toBeGreaterThanOrEqual(least);
    expect(perSecond).toBeLessThanOrEqual(most);
  });

  it('keep the objective where nothing is wrong, and few requests fail', () => {
    const ailing = new Set(incidents.open().map(one => one.component));
    const sound = world.components.filter(
      one => one.replicas && !one.unlinked && !ailing.has(one.name),
    );
    for (const { name, slo = '' } of sound) {
      const objective = Number(/p95=(\d+)ms/.exec(slo)?.[1]) / 1000;
      if (!objective) continue;
      const unit =
        PRESETS[world.components.find(one => one.name === name)!.metricsPreset]
          .perSecond;
      expect([name, latencyOf(name) / unit / objective]).toEqual([
        name,
        expect.closeTo(0.57, 0.35),
      ]);
      expect(latencyOf(name) / unit).toBeLessThan(objective * 0.9);
    }
  });

  it('tell of latency: past the objective, and the pool is used up', () => {
    const early = latencyOf('orders', now - 10 * MINUTE_MS);
    expect(early).toBeGreaterThan(0.4);
    expect(early).toBeLessThan(0.55);
    const used = {
      __name__: 'db_client_connections_usage',
      state: 'used',
      pool_name: 'orders-db',
      ...production('orders'),
    };
    expect(newest(source, used, now)).toEqual(Array(6).fill(48));
    const before = newest(source, used, now - 30 * MINUTE_MS);
    expect(Math.max(...before)).toBeLessThan(25);
  });

  it('tell of latency within a minute and a half', () => {
    const { startedAt } = incidents.open().find(one => one.kind === 'latency')!;
    const at = startedAt + 1.5 * MINUTE_MS;
    const bucket = 'http_server_request_duration_seconds_bucket';
    const labels = { __name__: bucket, ...production('orders') };
    expect(p95(source, labels, at - 5 * MINUTE_MS, at)).toBeGreaterThan(0.3);
  });

  it('tell of saturation: two heaps of three are nearly full, requests are as ever', () => {
    const heap = { area: 'heap', ...production('search') };
    const used = newest(
      source,
      { __name__: 'jvm_memory_used_bytes', ...heap },
      now,
    );
    const limit = newest(
      source,
      { __name__: 'jvm_memory_max_bytes', ...heap },
      now,
    );
    const parts = used.map((one, index) =>
      Math.round((one / limit[index]) * 100),
    );
    expect(parts.filter(part => part === 93)).toHaveLength(2);
    expect(Math.min(...parts)).toBeLessThan(70);
    expect(latencyOf('search')).toBeLessThan(0.25);
  });

  it('tell of a crash loop: one request in twelve fails', () => {
    const since = now - 5 * MINUTE_MS;
    const ratio =
      requests('payouts', since, { status: '500' }) /
      requests('payouts', since);
    expect(ratio).toBeGreaterThan(0.06);
    expect(ratio).toBeLessThan(0.11);
  });

  it('end where nothing is scraped, but for what the node tells', () => {
    const { component, startedAt } = incidents
      .open()
      .find(one => one.kind === 'no-metrics')!;
    const has = (name: string, at: number) =>
      newest(source, { __name__: name, ...production(component) }, at).length;
    expect(has('up', now)).toBe(0);
    expect(has('up', startedAt)).toBe(3);
    expect(has('http_server_request_duration_seconds_count', now)).toBe(0);
    expect(has('container_memory_working_set_bytes', now)).toBe(3);
  });

  it('leave error budgets that differ: most of them for most, little for lake-ingest', () => {
    const left = world.components
      .filter(
        one => one.replicas && one.slo && requests(one.name, now - DAY_MS),
      )
      .map(({ name, slo, metricsPreset }) => {
        const label = Object.entries(
          PRESETS[metricsPreset].labels(
            { method: 'GET', route: '/', status: '500' },
            name,
          ),
        ).find(([, value]) => value === '500')![0];
        const since = now - 28 * DAY_MS;
        const ratio =
          requests(name, since, { [label]: '500' }) / requests(name, since);
        const budget = 1 - Number(/availability=([\d.]+)/.exec(slo!)![1]) / 100;
        return { name, percent: 100 - (ratio / budget) * 100 };
      });
    const of = (name: string) => left.find(one => one.name === name)!.percent;
    expect(of('lake-ingest')).toBeGreaterThan(0.5);
    expect(of('lake-ingest')).toBeLessThan(8);
    expect(of('orders')).toBeGreaterThan(50);
    expect(of('orders')).toBeLessThan(90);
    expect(of('payouts')).toBeLessThan(3);
    const fine = left.filter(one => one.percent > 65);
    expect(fine.length).toBeGreaterThan(left.length * 0.9);
  });

  it('keep 40 days', () => {
    const old = now - 41 * DAY_MS;
    expect(
      source
        .select(where({ __name__: 'up' }), old - DAY_MS, old)
        .flatMap(one => one.samples(old - DAY_MS, old)),
    ).toEqual([]);
  });

  it('leave out who offers none', () => {
    const all = source.select(where({ service: 'timesheets' }), 0, now);
    expect(all).toEqual([]);
  });
});
