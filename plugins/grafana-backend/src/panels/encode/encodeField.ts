import type { JsonValue } from '@backstage/types';
import type { DataFrame, Field } from '@grafana/data';
import type { PanelField } from '@portico/plugin-grafana-common';
import { grafanaData } from '../frames/library';
import { encodeConfig } from './encodeConfig';
import { encodeFrame } from './encodeFrame';

type Special = NonNullable<PanelField['special']>;
const TYPES: PanelField['type'][] = [
  'time',
  'number',
  'string',
  'boolean',
  'enum',
];

/** A field as the browser gets it: what JSON can't say is named, settings that say nothing are left out. */
export function encodeField(
  field: Field,
  frame: DataFrame,
  all: DataFrame[],
  options: { calcs?: readonly string[]; linkBase: string },
): PanelField {
  const { getFieldDisplayName } = grafanaData();
  const special: Special = {};
  const values = field.values.map((value: unknown, at) =>
    encodeValue(value, kind => (special[kind] ??= []).push(at)),
  );
  const { labels, state, config } = field;
  const range = rangeOf(field);
  const enumText = config.type?.enum?.text;
  const calcs = encodeCalcs(field, options.calcs ?? []);
  return {
    name: field.name,
    displayName: state?.displayName ?? getFieldDisplayName(field, frame, all),
    type: TYPES.find(type => type === field.type) ?? 'other',
    ...(labels && Object.keys(labels).length > 0 && { labels }),
    values,
    ...(Object.keys(special).length > 0 && { special }),
    config: encodeConfig(config, options.linkBase),
    ...(range && { range }),
    ...(typeof state?.seriesIndex === 'number' &&
      field.type !== grafanaData().FieldType.time && {
        seriesIndex: state.seriesIndex,
      }),
    ...(calcs && { calcs }),
    ...(enumText && { enumText }),
  };
}

/** Reductions that were computed over all values of the field, before any were left out. */
function encodeCalcs(
  { state }: Field,
  ids: readonly string[],
): PanelField['calcs'] {
  const known = ids.filter(
    id => state?.calcs && Object.hasOwn(state.calcs, id),
  );
  if (known.length === 0) return undefined;
  return Object.fromEntries(
    known.map(id => [id, encodeCalc(state?.calcs?.[id])]),
  );
}

/** There is no place to name what JSON can't say, so it is written: `NaN`, `Infinity`. */
function encodeCalc(value: unknown): JsonValue {
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}`;
  return encodeValue(value, () => undefined);
}

function encodeValue(
  value: unknown,
  mark: (kind: keyof Special) => void,
): JsonValue {
  switch (typeof value) {
    case 'number':
      if (Number.isFinite(value)) return value;
      if (Number.isNaN(value)) mark('nan');
      else mark(value > 0 ? 'inf' : 'negInf');
      return null;
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      mark('absent');
      return null;
    case 'object':
      return encodeObject(value);
    default:
      return String(value);
  }
}

function encodeObject(value: object | null): JsonValue {
  if (value === null) return null;
  if (value instanceof Date) return value.getTime();
  if (isFrame(value)) return nestedFrame(value);
  if (Array.isArray(value)) {
    return value.map(item => encodeValue(item, () => undefined));
  }
  return JSON.parse(JSON.stringify(value));
}

/** The small chart of a cell, with its number; or a table in a row. */
function nestedFrame(frame: DataFrame & { value?: unknown }): JsonValue {
  const encoded = encodeFrame(frame, [frame], { linkBase: '' });
  const value = encodeCalc(frame.value);
  return JSON.parse(JSON.stringify({ ...encoded, value }));
}

function isFrame(value: object): value is DataFrame {
  return 'fields' in value && Array.isArray(value.fields);
}

/** Undefined where the settings say it already. */
function rangeOf({ config, state }: Field): PanelField['range'] {
  const { min, max } = state?.range ?? {};
  if (config.min === min && config.max === max) return undefined;
  return Number.isFinite(min) && Number.isFinite(max)
    ? { min: min!, max: max! }
    : undefined;
}
