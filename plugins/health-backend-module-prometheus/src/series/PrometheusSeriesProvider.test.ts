import type { ChartId } from '@portico/plugin-health-common';
import { FakePrometheus, refusal } from '../__testUtils__/FakePrometheus';
import { settingsFor } from '../__testUtils__/settings';
import { subject } from '../__testUtils__/subjects';
import { gridOf, momentsOf, valuesAt } from './grid';
import { PrometheusSeriesProvider } from './PrometheusSeriesProvider';

const TO = new Date('2026-03-10T12:00:07Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('gridOf', () => {
  it.each([
    [5 * 60_000, 15],
    [HOUR, 15],
    [6 * HOUR, 120],
    [DAY, 300],
    [7 * DAY, 3_600],
    [28 * DAY, 10_800],
    [90 * DAY, 43_200],
  ])('has 300 points at most for %i ms', (length, stepSeconds) => {
    const grid = gridOf(new Date(TO.getTime() - length), TO);
    expect(grid.stepSeconds).toBe(stepSeconds);
    expect(momentsOf(grid).length).toBeLessThanOrEqual(300);
    expect(grid.start % stepSeconds).toBe(0);
  });

  it('refuses what is no range', () => {
    expect(() => gridOf(TO, TO)).toThrow('before');
    expect(() => gridOf(new Date(NaN), TO)).toThrow('before');
    expect(() => gridOf(new Date(0), TO)).toThrow('90 days');
  });

  it('keeps gaps, and what is no number, as such', () => {
    const grid = { start: 0, end: 60, stepSeconds: 15 };
    const values: [number, number][] = [
      [0, 1],
      [15, NaN],
      [45, Infinity],
      [60, 2],
    ];
    expect(valuesAt(grid, { labels: {}, values })).toEqual([
      1,
      null,
      null,
      null,
      2,
    ]);
  });
});

describe('PrometheusSeriesProvider', () => {
  let prometheus: FakePrometheus;
  beforeEach(async () => {
    prometheus = await FakePrometheus.start();
  });
  afterEach(() => prometheus.stop());

  const draw = (
    chart: ChartId,
    annotations: Record<string, string> = {},
    environment = 'staging',
  ) =>
    new PrometheusSeriesProvider(settingsFor(prometheus.url)).series(
      subject('orders', annotations),
      {
        chart,
        environment,
        from: new Date(TO.getTime() - HOUR),
        to: TO,
        signal: new AbortController().signal,
      },
    );

  it('asks once for one chart, of this entity and environment alone', async () => {
    const chart = await draw('latency', { 'portico/slo': 'latency-p95=300ms' });
    expect(prometheus.asked).toHaveLength(1);
    expect(chart).toMatchObject({
      unit: 'seconds',
      queries: 1,
      limit: { value: 0.3, title: 'objective 300\u00a0ms (p95)' },
    });
    expect(chart.series.map(it => it.name)).toEqual(['p50', 'p95', 'p99']);
    const [{ query, form, path }] = prometheus.asked;
    expect(path).toBe('/api/v1/query_range');
    expect(query).toContain('{service="orders",environment="staging"}');
    expect(form.get('step')).toBe('15');
    expect(chart.source.url).toContain('/graph?g0.expr=');
  });

  it('quotes an environment that would end the selector', async () => {
    await draw('requests', {}, 'x"} or up{a="');
    expect(prometheus.asked[0].query).toContain(
      String.raw`environment="x\"} or up{a=\""`,
    );
  });

  it('draws nothing, and asks nothing, where there is no objective', async () => {
    expect((await draw('burn-rate')).series).toEqual([]);
    expect((await draw('error-budget')).series).toEqual([]);
    expect(prometheus.asked).toHaveLength(0);
  });

  it('says what to do where the server refuses the range', async () => {
    prometheus.reply = () =>
      refusal(422, 'execution', 'query processing would load too many samples');
    await expect(draw('errors')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('Choose a shorter range'),
    });
  });

  it('tells of an annotation that can not be read', async () => {
    const wrong = { 'portico/metrics-selector': 'service=orders' };
    await expect(draw('errors', wrong)).rejects.toThrow(
      'portico/metrics-selector needs a value in double quotes',
    );
  });
});
