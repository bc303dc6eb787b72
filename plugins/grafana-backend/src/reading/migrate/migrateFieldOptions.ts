import type { JsonObject } from '@backstage/types';
import { arrayOf, isObject, objectOf } from '../json';

/** `options.fieldOptions`, where stat, gauge and bar gauge had what is `fieldConfig` and `reduceOptions` since Grafana 7. */
export function migrateFieldOptions(panel: JsonObject): JsonObject {
  const { fieldOptions, ...options } = objectOf(panel.options);
  if (!isObject(fieldOptions)) return panel;
  const { calcs, values, limit, fields, overrides } = fieldOptions;
  const { title, ...defaults } = objectOf(fieldOptions.defaults);
  return {
    ...panel,
    fieldConfig: {
      defaults: {
        ...pick(fieldOptions, ['mappings', 'thresholds', 'unit', 'decimals']),
        ...defaults,
        ...(title ? { displayName: title } : {}),
        ...objectOf(objectOf(panel.fieldConfig).defaults),
      },
      overrides: arrayOf(overrides),
    },
    options: {
      ...options,
      reduceOptions: {
        calcs: arrayOf(calcs),
        values: values === true,
        fields: fields ?? '',
        ...(limit === undefined ? {} : { limit }),
      },
    },
  };
}

function pick(from: JsonObject, names: string[]): JsonObject {
  return Object.fromEntries(
    names.filter(name => name in from).map(name => [name, from[name]]),
  );
}
