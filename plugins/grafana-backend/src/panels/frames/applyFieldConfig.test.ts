import type { FieldConfigSource } from '@grafana/data';
import { chosen } from '../__testUtils__/createPanel';
import { frameJson, minutes, series } from '../__testUtils__/frameJson';
import { applyFieldConfig } from './applyFieldConfig';
import { decodeFrames } from './decodeFrames';
import { fillInLinks } from './fillInLinks';
import { replaceVariablesWith } from './replaceVariables';

const texts = { values: new Map([['team', chosen('commerce')]]) };

type Rule = FieldConfigSource['overrides'][number];
const rule = (
  id: string,
  options: unknown,
  ...properties: [string, unknown][]
): Rule => ({
  matcher: { id, options },
  properties: properties.map(([key, value]) => ({ id: key, value })),
});

describe('applyFieldConfig', () => {
  const twoSeries = () => [
    ...decodeFrames('A', [series({ route: '/orders' }, [0, 50, 100])]),
    ...decodeFrames('B', [series({ route: '/pay' }, [200, 400, 300])]),
  ];
  const apply = (settings: Partial<FieldConfigSource>, frames = twoSeries()) =>
    applyFieldConfig(frames, settings, texts);
  const units = (...overrides: Rule[]) =>
    apply({ defaults: { unit: 's' }, overrides }).frames.map(
      ({ fields }) => fields[1].config.unit,
    );

  // https://grafana.com/docs/grafana/latest/panels-visualizations/configure-overrides/#override-rules
  it.each<[string, Rule, string[]]>([
    ['name', rule('byName', '/pay', ['unit', 'ms']), ['s', 'ms']],
    ['expression', rule('byRegexp', '/^.o/', ['unit', 'ms']), ['ms', 's']],
    ['type', rule('byType', 'number', ['unit', 'ms']), ['ms', 'ms']],
    ['query', rule('byFrameRefID', 'B', ['unit', 'ms']), ['s', 'ms']],
    [
      'names',
      rule('byNames', { mode: 'exclude', names: ['/pay'] }, ['unit', 'ms']),
      ['ms', 's'],
    ],
    [
      'value',
      rule('byValue', { reducer: 'max', op: 'gt', value: 150 }, ['unit', 'ms']),
      ['s', 'ms'],
    ],
    ['nothing', rule('byName', '/gone', ['unit', 'ms']), ['s', 's']],
  ])('chooses fields by %s', (_, override, expected) => {
    expect(units(override)).toEqual(expected);
  });

  it('lets the last override that fits win', () => {
    expect(
      units(
        rule('byType', 'number', ['unit', 'ms']),
        rule('byName', '/pay', ['unit', 'percent']),
      ),
    ).toEqual(['ms', 'percent']);
    expect(
      units(
        rule('byName', '/pay', ['unit', 'percent']),
        rule('byType', 'number', ['unit', 'ms']),
      ),
    ).toEqual(['ms', 'ms']);
  });

  it('keeps all settings of the kind of panel, of defaults and of overrides', () => {
    const { frames } = apply({
      defaults: { custom: { lineWidth: 2, stacking: { mode: 'none' } } },
      overrides: [
        rule(
          'byName',
          '/pay',
          ['custom.axisPlacement', 'right'],
          ['custom.stacking', { mode: 'normal', group: 'A' }],
          ['custom.hideFrom', { viz: true, legend: false, tooltip: false }],
        ),
      ],
    });
    expect(frames[0].fields[1].config.custom).toEqual({
      lineWidth: 2,
      stacking: { mode: 'none' },
    });
    expect(frames[1].fields[1].config.custom).toEqual({
      lineWidth: 2,
      stacking: { mode: 'normal', group: 'A' },
      axisPlacement: 'right',
      hideFrom: { viz: true, legend: false, tooltip: false },
    });
  });

  it('gives all fields the range of all, or each its own', () => {
    const rangesOf = (defaults: object) =>
      apply({ defaults }).frames.map(({ fields }) => fields[1].state?.range);
    expect(rangesOf({})).toMatchObject([
      { min: 0, max: 400 },
      { min: 0, max: 400 },
    ]);
    expect(rangesOf({ fieldMinMax: true })).toMatchObject([
      { min: 0, max: 100 },
      { min: 200, max: 400 },
    ]);
    expect(rangesOf({ min: -100, max: 1000 })).toMatchObject([
      { min: -100, max: 1000 },
      { min: -100, max: 1000 },
    ]);
  });

  it('sets decimals, least and greatest of numbers alone, and no mappings of times', () => {
    const { frames } = apply({
      defaults: {
        decimals: 2,
        min: 0,
        mappings: [{ type: 'value', options: {} }],
      } as never,
    });
    const [time, value] = frames[0].fields;
    expect(time.config).not.toHaveProperty('decimals');
    expect(time.config).not.toHaveProperty('mappings');
    expect(value.config).toMatchObject({ decimals: 2, min: 0 });
  });

  it('names an override that it does not know', () => {
    expect(
      apply({ overrides: [rule('byMagic', 1, ['unit', 'ms'])] }).notices,
    ).toEqual([
      {
        severity: 'warning',
        text: expect.stringContaining("'byMagic' is not applied"),
      },
    ]);
  });

  // https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#display-name
  it.each([
    ['${__field.displayName}', 'Temp {Loc="PBI", Sensor="3"}'],
    ['${__field.name}', 'Temp'],
    ['${__field.labels}', 'Loc="PBI", Sensor="3"'],
    ['${__field.labels.Loc}', 'PBI'],
    ['${__field.labels["Sensor"]}', '3'],
    ['${__field.labels.__values}', '3, PBI'],
    ['${__series.name}', 'weather'],
    ['$team: ${__field.name}', 'commerce: Temp'],
  ])('writes %s as %s', (displayName, written) => {
    const frames = decodeFrames('A', [
      frameJson(
        [
          { name: 'Time', type: 'time', values: minutes(1) },
          {
            name: 'Temp',
            type: 'number',
            values: [1],
            labels: { Loc: 'PBI', Sensor: '3' },
          },
        ],
        { name: 'weather' },
      ),
    ]);
    const applied = apply({ defaults: { displayName } }, frames);
    expect(applied.frames[0].fields[1].state?.displayName).toBe(written);
  });

  it('names series by what tells them apart, unless the data source has a name', () => {
    const names = (frames = twoSeries()) =>
      apply({}, frames).frames.map(
        ({ fields }) => fields[1].state?.displayName,
      );
    expect(names()).toEqual(['/orders', '/pay']);
    const legend = twoSeries();
    legend[0].fields[1].config.displayNameFromDS = 'orders p95';
    expect(names(legend)).toEqual(['orders p95', '/pay']);
  });

  it('fills in links with what is known of the field', () => {
    const { frames } = apply({
      defaults: {
        links: [
          {
            title: 'Logs of ${__field.labels.route}',
            url: '/explore?route=${__field.labels.route}&team=$team',
          },
        ],
      },
    });
    const [linked] = fillInLinks(frames, replaceVariablesWith(texts));
    expect(linked.fields[1].config.links).toEqual([
      {
        title: 'Logs of /orders',
        url: '/explore?route=%2Forders&team=commerce',
      },
    ]);
  });
});
