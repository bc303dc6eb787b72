import { frameJson, minutes, series, type Column } from './frameJson';

/** A frame of columns. */
export const table = (
  ...columns: [string, Column['type'], Column['values']][]
) => frameJson(columns.map(([name, type, values]) => ({ name, type, values })));

/** Rows that repeat a text. */
export const SERVERS = table(
  ['server', 'string', ['a', 'b', 'a']],
  ['region', 'string', ['eu', 'eu', 'us']],
  ['cpu', 'number', [10, 20, 40]],
);
/** Two series over time. */
export const ROUTES = [
  series({ route: '/orders' }, [1, 5]),
  series({ route: '/pay' }, [2, 8]),
];

/** What each does to data, by https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/ */
export const DOCUMENTED: [
  id: string,
  json: typeof ROUTES,
  options: object,
  tables: object[],
][] = [
  [
    'reduce',
    ROUTES,
    { reducers: ['max', 'mean'] },
    [{ Field: ['/orders', '/pay'], Max: [5, 8], Mean: [3, 5] }],
  ],
  [
    'organize',
    [SERVERS],
    {
      excludeByName: { region: true },
      indexByName: { cpu: 0, server: 1 },
      renameByName: { cpu: 'CPU of $team' },
    },
    [{ 'CPU of commerce': [10, 20, 40], server: ['a', 'b', 'a'] }],
  ],
  [
    'renameByRegex',
    [SERVERS],
    { regex: '^(c)(.*)$', renamePattern: '$1-$2' },
    [
      {
        server: ['a', 'b', 'a'],
        region: ['eu', 'eu', 'us'],
        'c-pu': [10, 20, 40],
      },
    ],
  ],
  [
    'filterFieldsByName',
    [SERVERS],
    { include: { names: ['cpu'] } },
    [{ cpu: [10, 20, 40] }],
  ],
  [
    'filterByRefId',
    [SERVERS, table(['x', 'number', [1]])],
    { include: 'B' },
    [{ x: [1] }],
  ],
  [
    'filterByValue',
    [SERVERS],
    {
      type: 'include',
      match: 'all',
      filters: [
        { fieldName: 'cpu', config: { id: 'greater', options: { value: 15 } } },
      ],
    },
    [{ server: ['b', 'a'], region: ['eu', 'us'], cpu: [20, 40] }],
  ],
  [
    'merge',
    [
      table(['id', 'string', ['a', 'b']], ['cpu', 'number', [1, 2]]),
      table(['id', 'string', ['a', 'b']], ['memory', 'number', [3, 4]]),
    ],
    {},
    [{ id: ['a', 'b'], cpu: [1, 2], memory: [3, 4] }],
  ],
  [
    'groupBy',
    [SERVERS],
    {
      fields: {
        server: { operation: 'groupby', aggregations: [] },
        cpu: { operation: 'aggregate', aggregations: ['sum', 'max'] },
      },
    },
    [{ server: ['a', 'b'], 'cpu (sum)': [50, 20], 'cpu (max)': [40, 20] }],
  ],
  [
    'groupingToMatrix',
    [SERVERS],
    {
      columnField: 'region',
      rowField: 'server',
      valueField: 'cpu',
      emptyValue: 'null',
    },
    [{ 'server\\region': ['a', 'b'], eu: [10, 20], us: [40, null] }],
  ],
  [
    'calculateField',
    [SERVERS],
    {
      mode: 'binary',
      binary: { left: 'cpu', operator: '*', right: '2' },
      alias: 'double',
      replaceFields: true,
    },
    [{ double: [20, 40, 80] }],
  ],
  [
    'sortBy',
    [SERVERS],
    { sort: [{ field: 'cpu', desc: true }] },
    [
      {
        server: ['a', 'b', 'a'],
        region: ['us', 'eu', 'eu'],
        cpu: [40, 20, 10],
      },
    ],
  ],
  [
    'limit',
    [SERVERS],
    { limitField: 1 },
    [{ server: ['a'], region: ['eu'], cpu: [10] }],
  ],
  [
    'seriesToColumns',
    ROUTES,
    { byField: 'Time' },
    [{ Time: minutes(2), '/orders': [1, 5], '/pay': [2, 8] }],
  ],
  [
    'joinByField',
    [
      table(['id', 'string', ['a', 'b']], ['cpu', 'number', [1, 2]]),
      table(['id', 'string', ['b', 'c']], ['memory', 'number', [3, 4]]),
    ],
    { byField: 'id', mode: 'inner' },
    [{ id: ['b'], cpu: [2], memory: [3] }],
  ],
  [
    'seriesToRows',
    ROUTES,
    {},
    [
      {
        Time: [60_000, 60_000, 0, 0],
        Metric: ['/orders', '/pay', '/orders', '/pay'],
        Value: [5, 8, 1, 2],
      },
    ],
  ],
  [
    'labelsToFields',
    ROUTES.slice(0, 1),
    { mode: 'columns' },
    [{ Time: minutes(2), route: ['/orders', '/orders'], Value: [1, 5] }],
  ],
  [
    'concatenate',
    [table(['a', 'number', [1, 2]]), table(['b', 'number', [3]])],
    { frameNameMode: 'drop' },
    [{ a: [1, 2], b: [3, undefined] }],
  ],
  [
    'convertFieldType',
    [table(['n', 'string', ['1', '2.5']])],
    { conversions: [{ targetField: 'n', destinationType: 'number' }] },
    [{ n: [1, 2.5] }],
  ],
  [
    'partitionByValues',
    [SERVERS],
    { fields: ['server'] },
    [
      { 'a region': ['eu', 'us'], 'a cpu': [10, 40] },
      { 'b region': ['eu'], 'b cpu': [20] },
    ],
  ],
  [
    'histogram',
    [table(['v', 'number', [1, 2, 3, 11]])],
    { bucketSize: 10 },
    [{ xMin: [0, 10], xMax: [10, 20], v: [3, 1] }],
  ],
  [
    'rowsToFields',
    [table(['name', 'string', ['a', 'b']], ['value', 'number', [1, 2]])],
    {},
    [{ a: [1], b: [2] }],
  ],
  [
    'joinByLabels',
    [
      series({ pod: 'p1', what: 'cpu' }, [1]),
      series({ pod: 'p1', what: 'memory' }, [2]),
      series({ pod: 'p2', what: 'cpu' }, [3]),
    ],
    { value: 'what' },
    [{ pod: ['p1', 'p2'], cpu: [1, 3], memory: [2, null] }],
  ],
  [
    'extractFields',
    [table(['line', 'string', ['{"a":1,"b":{"c":"x"}}', 'no json']])],
    {
      source: 'line',
      format: 'json',
      replace: true,
      jsonPaths: [{ path: 'b.c', alias: 'c' }, { path: 'a' }],
    },
    [{ c: ['x', null], a: [1, null] }],
  ],
  [
    'extractFields',
    [table(['line', 'string', ['level=warn msg="two words"']])],
    { source: 'line', format: 'kvp', replace: true },
    [{ level: ['warn'], msg: ['two words'] }],
  ],
  [
    'prepareTimeSeries',
    [
      table(
        ['time', 'time', [0, 0, 60_000]],
        ['host', 'string', ['a', 'b', 'a']],
        ['cpu', 'number', [1, 2, 3]],
      ),
    ],
    { format: 'multi' },
    [
      { time: [0, 60_000], 'cpu a': [1, 3] },
      { time: [0], 'cpu b': [2] },
    ],
  ],
];
