import { createWorld } from '../../../../world';
import { Clock } from '../../../../kit';
import { TestDataDatasource } from '../../datasources/testdata/TestDataDatasource';
import { createContent } from '../createContent';
import { panelsOf, targetsOf } from '../__testUtils__/panelsOf';
import type { JsonObject } from '../../datasources';

const { dashboards, libraryPanels } = createContent(createWorld(), {
  github: 'http://github.test',
});
const jsonOf = (uid: string) => dashboards.find(one => one.uid === uid)!.json;
const classic = jsonOf('panel-gallery');
const second = jsonOf('panel-gallery-v2');
const panels = panelsOf(classic);

/** All values that stand at a key anywhere in the JSON. */
function valuesAt(json: unknown, key: string): unknown[] {
  if (Array.isArray(json)) return json.flatMap(one => valuesAt(one, key));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    (name === key ? [value] : []).concat(valuesAt(value, key)),
  );
}

const lines = (text: string) => text.trim().split(/\s+/);
const transformations = panels.flatMap(
  one => (one.transformations ?? []) as { id: string; options: JsonObject }[],
);
const properties = valuesAt(panels, 'properties').flat() as JsonObject[];
const variables = (classic.templating as { list: JsonObject[] }).list;

/** What has to be seen in the gallery: name, what there is of it, and what there must be. */
const CHECKLIST: [what: string, there: unknown[], wanted: string[]][] = [
  [
    'kinds of panels',
    panels.map(({ type }) => type),
    lines(`timeseries stat gauge bargauge barchart piechart table state-timeline status-history heatmap histogram logs
      text trend geomap nodeGraph flamegraph candlestick xychart canvas acme-sankey-panel row`),
  ],
  [
    'styles of lines',
    valuesAt(panels, 'drawStyle'),
    ['line', 'bars', 'points'],
  ],
  [
    'interpolations',
    valuesAt(panels, 'lineInterpolation'),
    ['smooth', 'stepAfter'],
  ],
  [
    'stacks',
    valuesAt(valuesAt(panels, 'stacking'), 'mode'),
    ['normal', 'percent'],
  ],
  [
    'styles of thresholds',
    valuesAt(valuesAt(panels, 'thresholdsStyle'), 'mode'),
    ['line', 'dashed', 'area', 'line+area'],
  ],
  [
    'thresholds',
    valuesAt(valuesAt(panels, 'thresholds'), 'mode'),
    ['absolute', 'percentage'],
  ],
  [
    'axes',
    valuesAt(valuesAt(panels, 'scaleDistribution'), 'type'),
    ['log', 'symlog'],
  ],
  ['places of axes', valuesAt(panels, 'axisPlacement'), ['hidden', 'left']],
  [
    'legends',
    valuesAt(panels, 'displayMode'),
    ['list', 'table', 'hidden', 'gradient', 'lcd', 'basic'],
  ],
  [
    'calculations of legends',
    valuesAt(valuesAt(panels, 'legend'), 'calcs').flat(),
    ['min', 'max', 'mean', 'lastNotNull', 'sum'],
  ],
  [
    'gaps',
    valuesAt(panels, 'spanNulls').map(String),
    ['true', 'false', '3600000'],
  ],
  [
    'colour schemes',
    valuesAt(valuesAt(panels, 'color'), 'mode'),
    lines(
      'palette-classic palette-classic-by-name fixed shades thresholds continuous-GrYlRd continuous-BlPu',
    ),
  ],
  [
    'mappings',
    valuesAt(panels, 'mappings')
      .flat()
      .map(one => (one as JsonObject).type),
    ['value', 'range', 'regex', 'special'],
  ],
  [
    'units',
    properties.filter(({ id }) => id === 'unit').map(({ value }) => value),
    lines(
      'bytes decbytes percentunit s ms reqps currencyEUR dateTimeAsIso suffix:items',
    ),
  ],
  [
    'decimals',
    valuesAt(panels, 'overrides').length
      ? properties
          .filter(({ id }) => id === 'decimals')
          .map(({ value }) => String(value))
      : [],
    ['0', '2', '5'],
  ],
  [
    'matchers of overrides',
    valuesAt(valuesAt(panels, 'matcher'), 'id'),
    lines('byName byRegexp byType byFrameRefID byValue byNames'),
  ],
  [
    'cells of tables',
    properties
      .filter(({ id }) => id === 'custom.cellOptions')
      .map(({ value }) => (value as JsonObject).type),
    lines('color-text color-background gauge json-view'),
  ],
  ['modes of texts', valuesAt(panels, 'mode'), ['markdown', 'html', 'code']],
  [
    'transformations',
    transformations.map(({ id }) => id),
    lines(`reduce renameByRegex filterFieldsByName filterByRefId filterByValue merge groupBy calculateField organize
      joinByField labelsToFields sortBy limit convertFieldType seriesToRows concatenate`),
  ],
  [
    'kinds of variables',
    variables.map(({ type }) => type),
    lines('query custom constant interval datasource adhoc textbox'),
  ],
  [
    'places of repeated panels',
    valuesAt(panels, 'repeatDirection'),
    ['h', 'v'],
  ],
  [
    'times of their own',
    panels.flatMap(one => [one.timeFrom && 'from', one.timeShift && 'shift']),
    ['from', 'shift'],
  ],
  [
    'data sources',
    valuesAt(targetsOf(classic), 'type'),
    lines('prometheus loki grafana-testdata-datasource __expr__'),
  ],
  [
    'formats of variables',
    [...JSON.stringify(panels).matchAll(/\$\{team:(\w+)\}/g)].map(
      ([, one]) => one,
    ),
    lines(
      'regex pipe csv json distributed lucene percentencode singlequote doublequote sqlstring glob raw text queryparam',
    ),
  ],
  [
    'variables of Grafana',
    [...JSON.stringify(classic).matchAll(/\$\{?(__\w+)/g)].map(
      ([, one]) => one,
    ),
    lines('__rate_interval __range __range_s __from __to __dashboard __value'),
  ],
  [
    'layouts of the second schema',
    valuesAt(second, 'kind'),
    lines(
      'TabsLayout RowsLayout GridLayout AutoGridLayout LibraryPanel Panel ElementReference QueryVariable CustomVariable ConstantVariable IntervalVariable TextVariable DatasourceVariable AdhocVariable',
    ),
  ],
];

describe('the panel gallery', () => {
  it.each(CHECKLIST)('has all %s', (_, there, wanted) => {
    expect(wanted.filter(one => !there.includes(one))).toEqual([]);
  });

  it('has chained variables, and rows that are closed or come again', () => {
    const environment = variables.find(({ name }) => name === 'environment');
    expect(environment?.definition).toContain('$service');
    const rows = panels.filter(({ type }) => type === 'row');
    expect(rows.some(({ collapsed }) => collapsed)).toBe(true);
    expect(rows.some(({ repeat }) => repeat === 'team')).toBe(true);
  });

  it('has a panel of the library, and one that was deleted there', () => {
    const known = libraryPanels.map(({ uid }) => uid);
    const all = valuesAt(valuesAt(panels, 'libraryPanel'), 'uid') as string[];
    const used = [...new Set(all)];
    expect(used.filter(uid => known.includes(uid))).toEqual(['lib-number']);
    expect(used.filter(uid => !known.includes(uid))).toEqual(['lib-deleted']);
  });

  it('places each element of the second schema that it names', () => {
    const elements = Object.keys(second.elements as JsonObject);
    const placed = valuesAt(valuesAt(second.layout, 'element'), 'name');
    expect(new Set(placed)).toEqual(new Set(elements));
  });

  it('has values that TestData reads', async () => {
    const testdata = new TestDataDatasource({ clock: new Clock(0) });
    const context = {
      from: 0,
      to: 60_000,
      now: 0,
      intervalMs: 60_000,
      maxDataPoints: 1,
    };
    const fixed = targetsOf(classic).filter(({ scenarioId }) =>
      ['csv_content', 'raw_frame'].includes(String(scenarioId)),
    );
    expect(fixed.length).toBeGreaterThan(100);
    for (const target of fixed) {
      const { frames, error } = await testdata.query(target, context);
      expect(error).toBeUndefined();
      expect(frames[0].data.values[0].length).toBeGreaterThan(0);
    }
  });

  it('has kinds of old in a dashboard of old', () => {
    const old = jsonOf('orders-2017');
    expect(panelsOf(old).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['graph', 'singlestat', 'table-old']),
    );
    expect(old.panels).toBeUndefined();
    expect(valuesAt(old.rows, 'datasource')).toContain('Prometheus');
  });
});
