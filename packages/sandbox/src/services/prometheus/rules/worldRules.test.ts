import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createWorld } from '../../../world';
import { missingPrograms } from '../real/RealPrometheus';
import { queryInstant } from '../promql/runQuery';
import { testSeries } from '../series/__testUtils__/testSeries';
import { LoadedRule } from './LoadedRule';
import { worldRules } from './worldRules';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const urls = { github: 'http://127.0.0.1:7101' };
const missing = missingPrograms();
const required = process.env.PORTICO_TEST_REQUIRE === 'all';
// eslint-disable-next-line jest/no-disabled-tests
const describeWithPromtool = missing && !required ? describe.skip : describe;

/** The labels of all that the rules find at a moment. */
async function findings(series: ReturnType<typeof testSeries>, at: number) {
  const { world, source } = series;
  const all = [];
  for (const { name, rules } of worldRules(world, urls)) {
    for (const rule of rules) {
      const loaded = new LoadedRule(name, rule);
      const result = await queryInstant(loaded.expr, at, { source });
      if (!('series' in result)) throw new Error(result.type);
      all.push(...loaded.findingsOf(result.series).values());
    }
  }
  return all;
}

jest.setTimeout(240_000);

describe('the rules of the mini-org', () => {
  it('find what has gone wrong in the world, and nothing else', async () => {
    const series = testSeries({ withIncidents: true });
    const found = await findings(series, series.kit.clock.now().getTime());
    const names = found.map(
      ({ labels }) =>
        `${labels.severity} ${labels.alertname} ${labels.service}`,
    );
    expect([...new Set(names)].sort()).toEqual(
      expect.arrayContaining([
        'info TargetMissing event-tracking',
        'page PayoutsErrorBudgetBurn payouts',
        'page ServiceErrorRatioHigh payouts',
        'warning HeapNearLimit search',
        'warning OrdersLatencyHigh orders',
      ]),
    );
    const services = new Set(found.map(({ labels }) => labels.service));
    expect([...services].sort()).toEqual([
      'event-tracking',
      'orders',
      'payouts',
      'search',
    ]);
    const latency = found.find(
      ({ labels }) => labels.alertname === 'OrdersLatencyHigh',
    );
    expect(latency).toMatchObject({
      labels: { environment: 'production', service: 'orders' },
      annotations: {
        summary: 'orders is slow',
        description: expect.stringMatching(
          /^The p95 of orders is [\d.]+ms; its objective is 300ms\.$/,
        ),
        runbook_url:
          'http://127.0.0.1:7101/mini-org/orders/blob/main/docs/runbook.md',
      },
    });
  });

  it('are quiet by day and by night while all is well', async () => {
    const series = testSeries();
    const now = series.kit.clock.now().getTime();
    expect(await findings(series, now)).toEqual([]);
    expect(await findings(series, now - 12 * HOUR)).toEqual([]);
  });

  it('find each kind of incident within five minutes', async () => {
    const series = testSeries();
    const now = series.kit.clock.now().getTime();
    const startedAt = now - 5 * MINUTE;
    const kinds = [
      ['orders', 'latency', 'warning OrdersLatencyHigh'],
      ['payouts', 'errors', 'page ServiceErrorRatioHigh'],
      ['search', 'saturation', 'warning HeapNearLimit'],
      ['cart', 'no-metrics', 'info TargetMissing'],
      ['payments', 'no-traffic', 'warning TrafficMissing'],
    ] as const;
    series.incidents.seed(
      kinds.map(([component, kind]) => ({ kind, component, startedAt })),
    );
    const found = (await findings(series, now)).map(
      ({ labels }) =>
        `${labels.severity} ${labels.alertname} ${labels.service}`,
    );
    expect(found).toEqual(
      expect.arrayContaining(
        kinds.map(([component, , alert]) => `${alert} ${component}`),
      ),
    );
  });
});

describeWithPromtool(`the rules of the mini-org${missing}`, () => {
  it('are rules that promtool accepts', () => {
    const directory = mkdtempSync(join(tmpdir(), 'sandbox-rules-'));
    const file = join(directory, 'rules.yaml');
    const groups = worldRules(createWorld(), urls);
    writeFileSync(file, stringify({ groups }));
    const { status, stderr, stdout } = spawnSync(
      'promtool',
      ['check', 'rules', file],
      { encoding: 'utf8' },
    );
    rmSync(directory, { recursive: true });
    expect(stderr).toBe('');
    expect(stdout).toContain('SUCCESS');
    expect(status).toBe(0);
  });
});
