import { serviceWith as service } from './__testUtils__/showPanel';
import { chosen, createPanel, target } from './__testUtils__/createPanel';
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

  it('asks once for all who look at the same', async () => {
    grafana.answersFrames({ A: [series({}, [1])] });
    const panels = service();
    const panel = createPanel(grafana.client);
    const ask = () => panels.data(panel, { points: 300, signal });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(await ask()).toBe(first);
    expect(second).toBe(first);
    expect(grafana.asked).toHaveLength(1);
    await panels.data(
      { ...panel, values: new Map([['route', chosen('/pay')]]) },
      { points: 300, signal },
    );
    await panels.data({ ...panel, version: '2' }, { points: 300, signal });
    // The same query in another panel takes the same answer.
    expect(grafana.asked).toHaveLength(1);
  });

  it('stops asking when nobody waits any more', async () => {
    grafana.answers(() => ({ until: new Promise(() => undefined) }));
    const [one, other] = [new AbortController(), new AbortController()];
    const panels = service();
    const panel = createPanel(grafana.client);
    const answers = [one, other].map(({ signal: own }) =>
      panels.data(panel, { points: 300, signal: own }).catch(error => error),
    );
    while (grafana.asked.length === 0) await new Promise(setImmediate);
    one.abort();
    other.abort();
    expect(await Promise.all(answers)).toMatchObject([
      { name: 'AbortError' },
      { name: 'AbortError' },
    ]);
    await grafana.asked[0].gone; // closed by who asked
    expect(grafana.asked).toHaveLength(1);
  });

  it('has only so many queries under way', async () => {
    let release = () => {};
    const until = new Promise<void>(resolve => {
      release = resolve;
    });
    grafana.answers(() => ({
      until,
      body: { results: { A: { frames: [series({}, [1])] } } },
    }));
    const panels = service({ concurrency: 2 });
    const answers = [1, 2, 3, 4].map(id =>
      panels.data(
        createPanel(grafana.client, {
          key: `${id}`,
          targets: [target('A', { expr: `metric_${id}` })],
        }),
        { points: 300, signal },
      ),
    );
    while (grafana.asked.length < 2) await new Promise(setImmediate);
    expect(grafana.asked).toHaveLength(2);
    release();
    await Promise.all(answers);
    expect(grafana.asked).toHaveLength(4);
  });

  it('shows the data of another panel, as it is or transformed', async () => {
    grafana.answersFrames({
      A: [series({ pod: 'a' }, [1]), series({ pod: 'b' }, [2])],
    });
    const source = createPanel(grafana.client, {
      id: 7,
      key: '7',
      transformations: [{ id: 'limit', options: { limitField: 0 } }],
    });
    const borrow = (withTransforms: boolean) =>
      service().data(
        createPanel(grafana.client, {
          type: 'stat',
          targets: [
            target(
              'A',
              { panelId: 7, withTransforms },
              {
                datasource: {
                  uid: '-- Dashboard --',
                  type: 'datasource',
                  name: 'Dashboard',
                },
              },
            ),
          ],
          sibling: async id => (id === 7 ? source : undefined),
        }),
        { points: 300, signal },
      );
    const values = async (withTransforms: boolean) =>
      (await borrow(withTransforms)).frames.map(
        ({ fields }) => fields.at(-1)?.calcs?.lastNotNull,
      );
    expect(await values(false)).toEqual([1, 2]);
    expect(await values(true)).toEqual([null, null]);
  });

  it('has Grafana draw a picture, with range and values', async () => {
    const png = Buffer.from([0x89, 0x50]);
    grafana.answers(() => ({ body: png }));
    const values = new Map([['route', chosen('/pay')]]);
    const picture = await service().picture(
      createPanel(grafana.client, { values }),
      { width: 99_999, height: 300, theme: 'dark', signal },
    );
    expect(picture).toEqual(png);
    const { pathname, searchParams } = new URL(
      grafana.asked[0].path,
      'http://grafana',
    );
    expect(pathname).toBe('/render/d-solo/orders-red/_');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      panelId: '4',
      from: '0',
      to: '3600000',
      width: '4000',
      height: '300',
      theme: 'dark',
      'var-route': '/pay',
    });
  });

  it('says why there is no picture', async () => {
    grafana.answers(() => ({
      status: 500,
      body: { message: 'Rendering failed' },
    }));
    const picture = service().picture(createPanel(grafana.client), {
      width: 400,
      height: 300,
      theme: 'light',
      signal,
    });
    await expect(picture).rejects.toMatchObject({
      name: 'QueryFailedError',
      message: expect.stringMatching(
        /^No picture of 'p95 by route': .*Rendering failed/,
      ),
    });
  });

  it('refuses limits that are none', () => {
    expect(() => service({ points: 0 })).toThrow('grafana.limits.points is 0');
  });
});
