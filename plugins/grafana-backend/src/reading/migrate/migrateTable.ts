import type { JsonObject, JsonValue } from '@backstage/types';
import { arrayOf, numberOf, objectsOf, textOf } from '../json';
import { mappingsOf } from './migrateMappings';
import { calcOf, matcherOf, thresholdsOf } from './oldNames';

const CELLS: Record<string, string> = {
  cell: 'color-background',
  row: 'color-background',
  value: 'color-text',
};

/** The table of before Grafana 7: styles of columns as overrides, its one transformation as one of the new. */
export function migrateTable(panel: JsonObject): JsonObject {
  const { styles, columns, transform, ...rest } = panel;
  return {
    ...rest,
    type: 'table',
    fieldConfig: {
      defaults: {},
      overrides: objectsOf(styles).map(style => ({
        matcher: matcherOf(style.pattern),
        properties: propertiesOf(style),
      })),
    },
    options: { showHeader: panel.showHeader !== false },
    transformations: [
      ...arrayOf(panel.transformations),
      ...transformationOf(transform, objectsOf(columns)),
    ],
  };
}

function propertiesOf(style: JsonObject): JsonObject[] {
  const property = (id: string, value: JsonValue | undefined) =>
    value === undefined ? [] : [{ id, value }];
  const cell = CELLS[String(style.colorMode)];
  const link = style.link === true ? textOf(style.linkUrl) : undefined;
  const mappings = mappingsOf(style);
  return [
    ...property('displayName', textOf(style.alias)),
    ...property('unit', unitOf(style)),
    ...property('decimals', numberOf(style.decimals)),
    ...property('custom.align', textOf(style.align)),
    ...(style.type === 'hidden' ? property('custom.hidden', true) : []),
    ...(mappings.length ? property('mappings', mappings) : []),
    ...(link
      ? property('links', [
          {
            title: textOf(style.linkTooltip) ?? '',
            url: link,
            targetBlank: style.linkTargetBlank === true,
          },
        ])
      : []),
    ...(cell
      ? [
          ...property('custom.cellOptions', { type: cell }),
          ...property(
            'thresholds',
            thresholdsOf(style.thresholds, style.colors),
          ),
        ]
      : []),
  ];
}

function unitOf({ type, unit, dateFormat }: JsonObject): string | undefined {
  if (type !== 'date') return textOf(unit);
  const format = textOf(dateFormat);
  return format ? `time: ${format}` : 'dateTimeAsIso';
}

function transformationOf(
  transform: JsonValue | undefined,
  columns: JsonObject[],
): JsonObject[] {
  switch (transform) {
    case 'timeseries_to_columns':
      return [{ id: 'joinByField', options: { byField: 'Time' } }];
    case 'timeseries_to_rows':
      return [{ id: 'seriesToRows', options: {} }];
    case 'timeseries_aggregations':
      return [
        {
          id: 'reduce',
          options: {
            reducers: columns.map(({ value }) => calcOf(value)),
            includeTimeField: false,
          },
        },
      ];
    case 'table':
      return [{ id: 'merge', options: {} }];
    default:
      return [];
  }
}
