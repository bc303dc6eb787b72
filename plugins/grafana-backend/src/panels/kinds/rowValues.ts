import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { replaceVariablesWith } from '../frames/replaceVariables';
import type { PanelShape, ShapeInput } from './PanelShape';
import type { ReduceOptions } from './reduceOptions';

const CELL =
  /\$\{__cell_(\d+)[^}]*\}|\$__cell_(\d+)|\$\{__data\.fields(?:\[(\d+)\]|\.([^}:.]+)|\["([^"]+)"\])[^}]*\}/g;

/**
 * Each row as a frame of its own with one field and its value: what `reduceOptions.values` asks for. The value also
 * stands under the panel's first reduction, as a reduced one would.
 */
export function rowValues(
  input: ShapeInput,
  { calcs: [calc], includes, limit }: ReduceOptions,
): PanelShape {
  const { getFieldDisplayName } = grafanaData();
  const { frames } = input;
  const rows = frames.flatMap(frame =>
    frame.fields
      .filter(field => includes(field, frame, frames))
      .flatMap(field =>
        Array.from({ length: frame.length }, (_, row) => ({
          frame,
          field,
          row,
        })),
      ),
  );
  const fields = rows
    .slice(0, limit)
    .map(({ frame, field, row }, place): Field => {
      const displayName = rowName(frame, field, row, input);
      const { min, max } = field.state?.range ?? {};
      const color = rowColor(displayName, input);
      return {
        ...field,
        name: getFieldDisplayName(field, frame, frames),
        config: {
          ...field.config,
          min: field.config.min ?? min,
          max: field.config.max ?? max,
          ...(color && { color }),
          links: field.config.links?.map(link => ({
            ...link,
            title: fillRow(link.title ?? '', frame, row),
            url: fillRow(link.url ?? '', frame, row, encodeURIComponent),
          })),
        },
        values: [field.values[row]],
        state: {
          ...field.state,
          displayName,
          seriesIndex: place,
          calcs: { [calc]: field.values[row] },
        },
      };
    });
  return {
    frames: fields.map(field => ({ fields: [field], length: 1 })),
    notices:
      rows.length > limit
        ? [
            {
              severity: 'info',
              text: `${limit} of ${rows.length} values are shown: as many as the panel's limit lets through.`,
            },
          ]
        : [],
    calcsOf: () => [calc],
  };
}

/** The texts in the row; the field's name where there are none, or where other numbers are beside it. */
function rowName(
  frame: DataFrame,
  field: Field,
  row: number,
  { texts }: ShapeInput,
): string {
  const { FieldType, getFieldDisplayName } = grafanaData();
  const { displayName } = field.config;
  if (displayName) {
    const filled = fillRow(displayName, frame, row);
    return replaceVariablesWith(texts)(filled, field.state?.scopedVars);
  }
  const others = frame.fields.filter(other => other !== field);
  const parts = others
    .filter(({ type }) => type === FieldType.string)
    .map(other => {
      const value = other.values[row] ?? '';
      return other.display ? other.display(value).text : String(value);
    })
    .filter(Boolean);
  const hasNumbers = others.some(({ type }) => type === FieldType.number);
  if (hasNumbers || parts.length === 0) {
    parts.push(getFieldDisplayName(field, frame));
  }
  return parts.join(' ');
}

/** A text with `${__data.fields.pod}` filled in from a row. */
function fillRow(
  text: string,
  frame: DataFrame,
  row: number,
  encode: (value: string) => string = value => value,
): string {
  return text.replace(CELL, (whole, a, b, c, plain, quoted) => {
    const place = a ?? b ?? c;
    const field =
      place === undefined
        ? frame.fields.find(({ name }) => name === (plain ?? quoted))
        : frame.fields[Number(place)];
    return field ? encode(String(field.values[row] ?? '')) : whole;
  });
}

/** An override that names the row by its text colours it, although it is no field. */
function rowColor(
  name: string,
  { fieldConfig }: ShapeInput,
): Field['config']['color'] {
  const { overrides = [] } = fieldConfig;
  return overrides
    .filter(
      ({ matcher }) => matcher.id === 'byName' && matcher.options === name,
    )
    .flatMap(({ properties }) => properties)
    .find(({ id, value }) => id === 'color' && value)?.value;
}
