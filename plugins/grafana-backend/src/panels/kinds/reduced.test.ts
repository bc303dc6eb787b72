import type { JsonObject } from '@backstage/types';
import { frameJson, minutes, series } from '../__testUtils__/frameJson';
import { showPanel } from '../__testUtils__/showPanel';
import {
  startFakeGrafana,
  type FakeGrafana,
} from '../__testUtils__/startFakeGrafana';

const TABLE = frameJson([
  { name: 'pod', type: 'string', values: ['orders-1', 'orders-2', 'orders-3'] },
  { name: 'cpu', type: 'number', values: [20, 80, 50] },
]);

describe('panels of single values', () => {
  let grafana: FakeGrafana;
  beforeAll(async () => {
    grafana = await startFakeGrafana();
  });
  afterAll(() => grafana.stop());

  const show = async (
    type: string,
    json: JsonObject[],
    options: JsonObject = {},
    fieldConfig: JsonObject = { defaults: {}, overrides: [] },
  ) => {
    const data = await showPanel(grafana, json, { type, options, fieldConfig });
    return {
      ...data,
      fields: data.frames.flatMap(({ fields }) =>
        fields.filter(it => it.type !== 'time'),
      ),
    };
  };

  it('sends a number alone where no line is drawn', async () => {
    const { frames } = await show(
      'gauge',
      [series({ route: '/orders' }, [3, 9, 4, null])],
      { reduceOptions: { calcs: ['lastNotNull', 'max'] } },
    );
    expect(frames).toMatchObject([
      {
        length: 0,
        fields: [
          {
            displayName: '/orders',
            values: [],
            calcs: { lastNotNull: 4, max: 9 },
            // What a gauge without least and greatest spans.
            config: { min: 3, max: 9 },
          },
        ],
      },
    ]);
  });

  it('spans what all fields have, for thresholds in percent', async () => {
    const thresholds = {
      mode: 'percentage',
      steps: [
        { value: null, color: 'green' },
        { value: 80, color: 'red' },
      ],
    };
    const { fields } = await show(
      'bargauge',
      [series({ r: 'a' }, [10]), series({ r: 'b' }, [40])],
      {},
      { defaults: { thresholds, min: 0 }, overrides: [] },
    );
    expect(fields.map(({ config }) => config)).toEqual([
      { min: 0, max: 40, thresholds, color: { mode: 'thresholds' } },
      { min: 0, max: 40, thresholds, color: { mode: 'thresholds' } },
    ]);
  });

  it('draws a line behind a stat, unless that is off', async () => {
    const json = [series({}, [1, 2, 4])];
    const withLine = await show('stat', json, { showPercentChange: true });
    expect(withLine.frames[0].fields).toMatchObject([
      { type: 'time', values: minutes(3) },
      { values: [1, 2, 4], calcs: { lastNotNull: 4, diffperc: 300 } },
    ]);
    const without = await show('stat', json, { graphMode: 'none' });
    expect(without.fields[0].values).toEqual([]);
  });

  it('shows fields that the panel names, texts too', async () => {
    const { fields } = await show('stat', [TABLE], {
      graphMode: 'none',
      reduceOptions: { calcs: ['lastNotNull'], fields: '/^pod$/' },
    });
    expect(fields).toMatchObject([
      { name: 'pod', calcs: { lastNotNull: 'orders-3' } },
    ]);
  });

  it('shows each row under its text, as many as the limit lets through', async () => {
    const { fields, notices } = await show(
      'piechart',
      [TABLE],
      { reduceOptions: { values: true, limit: 2 } },
      {
        defaults: {},
        overrides: [
          {
            matcher: { id: 'byName', options: 'orders-2' },
            properties: [
              { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
            ],
          },
        ],
      },
    );
    expect(fields).toMatchObject([
      { displayName: 'orders-1', values: [20], calcs: { lastNotNull: 20 } },
      {
        displayName: 'orders-2',
        values: [80],
        seriesIndex: 1,
        config: { color: { mode: 'fixed', fixedColor: 'red' } },
      },
    ]);
    expect(notices[0].text).toMatch(/^2 of 3 values are shown/);
  });

  it('names rows as the panel says', async () => {
    const { fields } = await show(
      'stat',
      [TABLE],
      { reduceOptions: { values: true } },
      {
        defaults: {
          displayName: 'CPU of ${__data.fields.pod}',
          links: [
            {
              title: 'Logs',
              url: '/explore?pod=${__data.fields.pod}&cpu=${__value.raw}',
            },
            { title: 'Bad', url: 'data:text/html,<script>' },
          ],
        },
        overrides: [],
      },
    );
    expect(fields[2].displayName).toBe('CPU of orders-3');
    expect(fields[2].config.links).toEqual([
      {
        title: 'Logs',
        url: 'https://grafana.example/explore?pod=orders-3&cpu=${__value.raw}',
      },
    ]);
  });

  it('takes the last value where the panel names no reduction', async () => {
    const json = [series({}, [5, null])];
    const { fields: none } = await show('stat', json, {
      reduceOptions: { calcs: [] },
    });
    expect(none[0].calcs).toEqual({ last: null });
    const { fields: unset } = await show('stat', json, {});
    expect(unset[0].calcs).toEqual({ lastNotNull: 5 });
  });
});
