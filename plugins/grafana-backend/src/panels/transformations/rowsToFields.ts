import type { DataFrame, Field, FieldConfig } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { synchronous } from './synchronous';

interface Options {
  mappings?: { fieldName: string; handlerKey: string | null }[];
}

const NUMBERS = ['min', 'max', 'decimals'];
const TEXTS = ['unit', 'displayName', 'noValue', 'description'];

/**
 * A field for each row: one column names it, one has its value, others may have its settings or labels.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/#rows-to-fields
 */
export const rowsToFields = synchronous<Options>(
  'rowsToFields',
  (frames, options) => frames.map(frame => fieldsOf(frame, options)),
);

function fieldsOf(frame: DataFrame, { mappings = [] }: Options): DataFrame {
  const { FieldType } = grafanaData();
  const handlerOf = (field: Field) =>
    mappings.find(({ fieldName }) => fieldName === field.name)?.handlerKey;
  const find = (handler: string, type: Field['type']) =>
    frame.fields.find(field => handlerOf(field) === handler) ??
    frame.fields.find(
      field => field.type === type && handlerOf(field) === undefined,
    );
  const names = find('field.name', FieldType.string);
  const values = find('field.value', FieldType.number);
  if (!names || !values) return frame;
  const others = frame.fields.filter(it => it !== names && it !== values);
  const fields = names.values.map((name, row): Field => {
    const config: FieldConfig = { ...values.config };
    const labels: Record<string, string> = {};
    for (const other of others) {
      const handler = handlerOf(other);
      const value: unknown = other.values[row];
      if (handler === undefined || handler === 'field.label') {
        if (other.type === FieldType.string) labels[other.name] = String(value);
      } else if (handler !== null) {
        Object.assign(config, setting(handler, value));
      }
    }
    return {
      name: String(name),
      type: values.type,
      config,
      ...(Object.keys(labels).length > 0 && { labels }),
      values: [values.values[row]],
    };
  });
  return { ...frame, fields, length: 1 };
}

/** What a cell sets of a field; nothing where it can't. */
export function setting(handler: string, value: unknown): FieldConfig {
  if (value === null || value === undefined || value === '') return {};
  if (NUMBERS.includes(handler)) return { [handler]: Number(value) };
  if (TEXTS.includes(handler)) return { [handler]: String(value) };
  if (handler === 'color') {
    const mode = grafanaData().FieldColorModeId.Fixed;
    return { color: { mode, fixedColor: String(value) } };
  }
  return {};
}
