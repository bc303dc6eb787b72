import { PanelService } from './PanelService';
import { ConfigReader } from '@backstage/config';
import { createPanel } from './__testUtils__/createPanel';
import { series } from './__testUtils__/frameJson';
import {
  startFakeGrafana,
  type FakeGrafana,
} from './__testUtils__/startFakeGrafana';

describe('PanelService', () => {
  let grafana: FakeGrafana;
  beforeEach(async () => {
    grafana = await startFakeGrafana();
  });
  afterEach(() => grafana.stop());

  const service = (limits = {}) =>
    PanelService.fromConfig(new ConfigReader({ grafana: { limits } }));
  const signal = new AbortController().signal;

  it('gives a panel over time one wide frame, with the times once', async () => {
    grafana.answersFrames({
      A: [
        series({ route: '/orders' }, [1, 2, 3]),
        series({ route: '/pay' }, [4, null, 6]),
      ],
    });
    const data = await service().data(
      createPanel(grafana.client, {
        options: { legend: { calcs: ['mean', 'lastNotNull'] } },
        fieldConfig: {
          defaults: { unit: 's', custom: { lineWidth: 2 } },
          overrides: [
            {
              matcher: { id: 'byName', options: '/pay' },
              properties: [{ id: 'custom.axisPlacement', value: 'right' }],
            },
          ],
        },
      }),
      { points: 300, signal },
    );
    expect(data).toMatchObject({
      from: 0,
      to: 3_600_000,
      stepMs: 15_000,
      failures: [],
      notices: [],
      asked: { requests: 1 },
    });
    expect(data.frames).toHaveLength(1);
    const [time, orders, pay] = data.frames[0].fields;
    expect(time.values).toEqual([0, 60_000, 120_000]);
    expect(orders).toMatchObject({
      displayName: '/orders',
      values: [1, 2, 3],
      config: { unit: 's', custom: { lineWidth: 2 } },
      range: { min: 1, max: 6 },
      seriesIndex: 0,
      calcs: { mean: 2, lastNotNull: 3 },
    });
    expect(pay).toMatchObject({
      displayName: '/pay',
      values: [4, null, 6],
      config: { unit: 's', custom: { lineWidth: 2, axisPlacement: 'right' } },
      seriesIndex: 1,
      calcs: { mean: 5, lastNotNull: 6 },
    });
  });
});
