import type { JsonObject } from '../../datasources';
import { panel, type Panel } from '../build/panel';
import { csv } from '../build/targets';
import { ORDERS, services, TEAMS, timeCsv } from './values';

const PRICES = 'team,cost\ncommerce,120.5\nplatform,80\nsecurity,12';
const LABELLED = timeCsv({
  'value{service=orders}': ORDERS.slice(0, 3),
  'value{service=cart}': [1, 2, 3],
});

/** A table of what transformations make of these queries. */
function shows(
  title: string,
  transformations: [id: string, options: JsonObject][],
  targets: JsonObject[] = [csv(TEAMS)],
): Panel {
  return panel('table', `Transform: ${title}`, {
    w: 8,
    h: 6,
    targets,
    transformations: transformations.map(([id, options]) => ({ id, options })),
  });
}

const both = () => [csv(TEAMS), csv(PRICES)];

/** https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/ */
export function transformationPanels(): Panel[] {
  return [...reductions(), ...columns(), ...rows(), ...joins(), ...shapes()];
}

function reductions(): Panel[] {
  return [
    shows(
      'reduce to rows',
      [
        [
          'reduce',
          {
            mode: 'seriesToRows',
            reducers: ['max', 'mean', 'lastNotNull'],
            includeTimeField: false,
          },
        ],
      ],
      [services()],
    ),
    shows('reduce fields', [
      ['reduce', { mode: 'reduceFields', reducers: ['sum'] }],
    ]),
    shows('group by', [
      [
        'groupBy',
        {
          fields: {
            region: { operation: 'groupby', aggregations: [] },
            requests: { operation: 'aggregate', aggregations: ['sum', 'max'] },
          },
        },
      ],
    ]),
    shows('histogram', [['histogram', { bucketSize: 500, fields: {} }]]),
  ];
}

function columns(): Panel[] {
  return [
    shows('organise: order, hide, rename', [
      [
        'organize',
        {
          indexByName: { requests: 0, team: 1 },
          excludeByName: { share: true, state: true },
          renameByName: { team: 'Team' },
        },
      ],
    ]),
    shows('rename by pattern', [
      ['renameByRegex', { regex: '^(.)(.*)$', renamePattern: '$1-$2' }],
    ]),
    shows('filter fields by name', [
      [
        'filterFieldsByName',
        { include: { names: ['team'], pattern: '/^err/' } },
      ],
    ]),
    shows('calculate: one by another', [
      [
        'calculateField',
        {
          mode: 'binary',
          alias: 'error ratio',
          binary: { left: 'errors', operator: '/', right: 'requests' },
          replaceFields: false,
        },
      ],
    ]),
    shows('calculate: over a row', [
      [
        'calculateField',
        {
          mode: 'reduceRow',
          alias: 'total',
          reduce: { reducer: 'sum', include: ['requests', 'errors'] },
          replaceFields: true,
        },
      ],
    ]),
    shows('calculate: rounded, and so far', [
      [
        'calculateField',
        {
          mode: 'unary',
          alias: 'rounded',
          unary: { operator: 'round', fieldName: 'share' },
        },
      ],
      [
        'calculateField',
        {
          mode: 'cumulativeFunctions',
          alias: 'so far',
          cumulative: { field: 'requests', reducer: 'sum' },
        },
      ],
      [
        'calculateField',
        { mode: 'index', alias: 'number', index: { asPercentile: false } },
      ],
    ]),
    shows('convert types', [
      [
        'convertFieldType',
        {
          conversions: [{ targetField: 'requests', destinationType: 'string' }],
        },
      ],
    ]),
    shows('format a moment', [
      [
        'formatTime',
        { timeField: 'last time', outputFormat: 'HH:mm', timezone: 'utc' },
      ],
    ]),
    shows(
      'take out of JSON',
      [
        [
          'extractFields',
          {
            source: 'payload',
            format: 'json',
            keepTime: false,
            replace: false,
          },
        ],
      ],
      [csv('id,payload\n1,"{""sku"":""a"",""count"":2}"')],
    ),
  ];
}

function rows(): Panel[] {
  return [
    shows('filter by value', [
      [
        'filterByValue',
        {
          type: 'include',
          match: 'all',
          filters: [
            {
              fieldName: 'requests',
              config: { id: 'greater', options: { value: 100 } },
            },
          ],
        },
      ],
    ]),
    shows('filter by query', [['filterByRefId', { include: 'B' }]], both()),
    shows('sort, then limit', [
      ['sortBy', { fields: {}, sort: [{ field: 'errors', desc: true }] }],
      ['limit', { limitField: 2 }],
    ]),
    shows('partition by values', [
      ['partitionByValues', { fields: ['region'], keepFields: false }],
    ]),
  ];
}

function joins(): Panel[] {
  return [
    shows('merge', [['merge', {}]], both()),
    shows(
      'join, outer',
      [['joinByField', { byField: 'team', mode: 'outer' }]],
      both(),
    ),
    shows(
      'join, inner',
      [['joinByField', { byField: 'team', mode: 'inner' }]],
      both(),
    ),
    shows(
      'concatenate',
      [['concatenate', { frameNameMode: 'field', frameNameLabel: 'frame' }]],
      both(),
    ),
    shows('append rows', [['seriesToRows', {}]], [services()]),
  ];
}

function shapes(): Panel[] {
  return [
    shows(
      'labels to fields',
      [['labelsToFields', { mode: 'columns' }]],
      [csv(LABELLED)],
    ),
    shows(
      'rows to fields',
      [
        [
          'rowsToFields',
          {
            mappings: [
              { fieldName: 'team', handlerKey: 'field.name' },
              { fieldName: 'cost', handlerKey: 'field.value' },
            ],
          },
        ],
      ],
      [csv(PRICES)],
    ),
    shows('grouping to matrix', [
      [
        'groupingToMatrix',
        { columnField: 'region', rowField: 'team', valueField: 'requests' },
      ],
    ]),
    shows('transpose', [['transpose', {}]], [csv(PRICES)]),
    shows(
      'prepare time series',
      [['prepareTimeSeries', { format: 'wide' }]],
      [services()],
    ),
    panel('table', 'Transform: one switched off, one of some queries', {
      w: 8,
      h: 6,
      targets: both(),
      transformations: [
        { id: 'limit', options: { limitField: 1 }, disabled: true },
        {
          id: 'limit',
          options: { limitField: 2 },
          filter: { id: 'byRefId', options: 'A' },
        },
      ],
    }),
  ];
}
