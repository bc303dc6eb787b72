import type { Component } from '../../../../world';
import { testSeries } from '../../../prometheus/series/__testUtils__/testSeries';
import { createDatasources, type JsonObject } from '../../datasources';
import { fillVariables } from '../../datasources/fillVariables';
import { panelsOf } from '../__testUtils__/panelsOf';
import { alertRules } from './alertRules';
import { logsDashboard } from './logsDashboard';
import { redDashboard } from './redDashboard';

const { kit, world, incidents, source } = testSeries();
const datasources = createDatasources({ kit, world, source, incidents });
const now = kit.clock.now().getTime();
const CHOSEN = {
  environment: 'production',
  route: '.*',
  interval: '5m',
  level: '.*',
  search: '',
};

afterAll(() => kit.clock.stop());

/** How many values a query of a panel answers with, where its variables are as at first. */
async function countValues(target: JsonObject): Promise<number> {
  const { uid } = target.datasource as { uid: string };
  const { datasource } = datasources.find(one => one.uid === uid)!;
  const expr = fillVariables(String(target.expr), CHOSEN);
  const { frames, error } = await datasource.query(
    { ...target, expr, intervalMs: 60_000 },
    {
      from: now - 1_800_000,
      to: now,
      now,
      intervalMs: 60_000,
      maxDataPoints: 30,
    },
  );
  expect([expr, error]).toEqual([expr, undefined]);
  return frames.reduce(
    (sum, { data }) =>
      sum + (data.values[1]?.filter(one => one !== null).length ?? 0),
    0,
  );
}

const seen = (
  preset: Component['metricsPreset'],
  more: Partial<Component> = {},
) =>
  world.components.find(
    one =>
      one.metricsPreset === preset &&
      one.replicas > 1 &&
      Object.entries(more).every(
        ([key, value]) => one[key as keyof Component] === value,
      ),
  )!;

describe('the dashboards of a service', () => {
  it.each([
    ['otel', world.components.find(({ name }) => name === 'orders')!],
    ['prom-client', seen('prom-client')],
    ['micrometer', seen('micrometer', { name: 'customers' })],
    ['istio', seen('istio')],
  ])('show values of what %s measures', async (_, component) => {
    for (const { json } of [
      redDashboard(component),
      logsDashboard(component),
    ]) {
      for (const { title, targets = [] } of panelsOf(json)) {
        // A service need not have failed.
        if (/^Errors/.test(title)) continue;
        for (const target of targets) {
          const count = await countValues(target);
          expect([component.name, title, count > 0]).toEqual([
            component.name,
            title,
            true,
          ]);
        }
      }
    }
  });

  it('have rules whose queries answer one number', async () => {
    const [orders] = world.components.filter(({ name }) => name === 'orders');
    const rules = alertRules(orders, {
      github: 'http://github.test',
      organization: 'mini-org',
    });
    for (const { data } of rules) {
      const [{ model, datasourceUid }] = data;
      expect(
        await countValues({ ...model, datasource: { uid: datasourceUid } }),
      ).toBe(1);
    }
  });
});
