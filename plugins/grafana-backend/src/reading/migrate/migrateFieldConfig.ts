import type { JsonObject, JsonValue } from '@backstage/types';
import { arrayOf, objectOf, objectsOf, textOf } from '../json';
import { migrateMappings } from './migrateMappings';

const GAUGES: Record<string, string> = {
  basic: 'basic',
  'gradient-gauge': 'gradient',
  'lcd-gauge': 'lcd',
};

/** Value mappings and cells of tables in options of an older version. */
export function migrateFieldConfig(panel: JsonObject): JsonObject {
  const { defaults, overrides, ...rest } = objectOf(panel.fieldConfig);
  return {
    ...panel,
    fieldConfig: {
      ...rest,
      defaults: migrateDefaults(objectOf(defaults)),
      overrides: objectsOf(overrides).map(override => ({
        ...override,
        properties: objectsOf(override.properties).map(migrateProperty),
      })),
    },
  };
}

function migrateDefaults(defaults: JsonObject): JsonObject {
  const { displayMode, ...custom } = objectOf(defaults.custom);
  const cellOptions = cellOptionsOf(displayMode);
  return {
    ...defaults,
    ...(defaults.mappings
      ? { mappings: migrateMappings(defaults.mappings) }
      : {}),
    custom: cellOptions ? { cellOptions, ...custom } : custom,
  };
}

function migrateProperty(property: JsonObject): JsonObject {
  const { id, value } = property;
  if (id === 'mappings') {
    return { id, value: migrateMappings(arrayOf(value)) };
  }
  const cellOptions =
    id === 'custom.displayMode' ? cellOptionsOf(value) : undefined;
  return cellOptions
    ? { id: 'custom.cellOptions', value: cellOptions }
    : property;
}

/** `color-background`, `lcd-gauge` … as they were named up to Grafana 9. */
function cellOptionsOf(value: JsonValue | undefined): JsonObject | undefined {
  const mode = textOf(value);
  if (mode === undefined) return undefined;
  if (mode in GAUGES) return { type: 'gauge', mode: GAUGES[mode] };
  if (mode === 'color-background-solid') {
    return { type: 'color-background', mode: 'basic' };
  }
  return { type: mode };
}
