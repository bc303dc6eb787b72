import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { toMulti } from '../transformations/prepareTimeSeries';

/**
 * What can be drawn over time: frames with a time, their numbers, and truth as 1 and 0; for states also texts. What
 * is no number is a gap. Each field gets its place among those that are drawn.
 */
export function graphable(
  frames: DataFrame[],
  as: 'lines' | 'states',
): DataFrame[] {
  const {
    cacheFieldDisplayNames,
    DataFrameType,
    FieldType,
    isLikelyAscendingVector,
    sortDataFrame,
  } = grafanaData();
  const isLong =
    frames.length > 0 &&
    frames.every(({ meta }) => meta?.type === DataFrameType.TimeSeriesLong);
  const series = isLong ? toMulti(frames) : frames;
  cacheFieldDisplayNames(series);
  let place = 0;
  return series.flatMap(frame => {
    const timeAt = frame.fields.findIndex(
      ({ type }) => type === FieldType.time,
    );
    if (timeAt < 0 || frame.length === 0) return [];
    const sorted = isLikelyAscendingVector(frame.fields[timeAt].values)
      ? frame
      : sortDataFrame(frame, timeAt);
    const time = withNumericTimes(sorted.fields[timeAt]);
    const drawn = sorted.fields
      .filter(field => field !== sorted.fields[timeAt])
      .flatMap(field => (as === 'lines' ? line(field) : state(field)))
      .map(field => ({
        ...field,
        state: { ...field.state, seriesIndex: place++ },
      }));
    return drawn.length > 0 ? [{ ...sorted, fields: [time, ...drawn] }] : [];
  });
}

function line(field: Field): Field[] {
  const { FieldType, isBooleanUnit } = grafanaData();
  const { config, values } = field;
  switch (field.type) {
    case FieldType.number:
      return [
        {
          ...field,
          values: values.map(value => (Number.isFinite(value) ? value : null)),
        },
      ];
    case FieldType.enum:
      return [field];
    case FieldType.boolean:
      return [
        {
          ...field,
          type: FieldType.number,
          config: {
            ...config,
            min: 0,
            max: 1,
            unit: isBooleanUnit(config.unit) ? config.unit : 'bool',
            // Between true and false there is nothing to draw a slope over.
            custom: {
              ...config.custom,
              ...(config.custom?.lineInterpolation !== 'stepBefore' && {
                lineInterpolation: 'stepAfter',
              }),
            },
          },
          values: values.map(value =>
            value === null ? null : Number(Boolean(value)),
          ),
        },
      ];
    default:
      return [];
  }
}

function state(field: Field): Field[] {
  const { boolean, enum: enumerated, number, string } = grafanaData().FieldType;
  return [boolean, enumerated, number, string].includes(field.type)
    ? [field]
    : [];
}

/** After some transformations times are texts. */
function withNumericTimes(field: Field): Field {
  if (field.values.every(value => typeof value === 'number')) return field;
  const { dateTimeParse } = grafanaData();
  return {
    ...field,
    values: field.values.map(value =>
      typeof value === 'number' ? value : dateTimeParse(value).valueOf(),
    ),
  };
}
