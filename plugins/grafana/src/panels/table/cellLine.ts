import type { JsonValue } from '@backstage/types';
import type { ValueLine } from '../values';

const isFrame = (
  value: JsonValue | undefined,
): value is { fields: JsonValue } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Array.isArray(value.fields);

const numbersOf = (values: JsonValue | undefined): ValueLine['ys'] =>
  Array.isArray(values)
    ? values.map(value => (typeof value === 'number' ? value : null))
    : [];

/** The line of a sparkline cell, whose value is a frame of its own or a list of numbers. */
export function cellLine(value: JsonValue | undefined): ValueLine | undefined {
  if (Array.isArray(value)) {
    const ys = numbersOf(value);
    return { xs: ys.map((_, place) => place), ys };
  }
  if (!isFrame(value) || !Array.isArray(value.fields)) {
    return undefined;
  }
  const fields = value.fields.flatMap(field =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? [field]
      : [],
  );
  const ys = numbersOf(fields.find(({ type }) => type === 'number')?.values);
  const times = numbersOf(fields.find(({ type }) => type === 'time')?.values);
  return { xs: ys.map((_, place) => times[place] ?? place), ys };
}
