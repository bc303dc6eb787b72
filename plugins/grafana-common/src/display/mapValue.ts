import type { JsonValue } from '@backstage/types';
import type { MappingResult, ValueMapping } from '../wire';

/** `/pattern/flags`, or a pattern that has to fit the whole value. */
function regexOf(pattern: string): RegExp | undefined {
  const [, body, flags] = /^\/(.*?)\/([gimys]*)$/.exec(pattern) ?? [];
  try {
    return body === undefined
      ? new RegExp(`^${pattern}$`)
      : new RegExp(body, flags);
  } catch {
    return undefined; // What Grafana would refuse matches nothing.
  }
}

function isSpecial(match: string, value: JsonValue | undefined): boolean {
  const nothing = value === null || value === undefined;
  const notANumber = Number.isNaN(value);
  switch (match) {
    case 'null':
      return nothing;
    case 'nan':
      return notANumber;
    case 'null+nan':
      return nothing || notANumber;
    case 'empty':
      return value === '';
    case 'true':
      return value === true || value === 'true';
    case 'false':
      return value === false || value === 'false';
    default:
      return false;
  }
}

function within(
  options: { from: number | null; to: number | null },
  value: JsonValue | undefined,
): boolean {
  const number = parseFloat(`${value}`);
  const { from, to } = options;
  return number >= (from ?? -Infinity) && number <= (to ?? Infinity);
}

function replaced(
  options: { pattern: string; result: MappingResult },
  value: JsonValue | undefined,
): MappingResult | undefined {
  const regex = regexOf(options.pattern);
  if (typeof value !== 'string' || !regex || value.search(regex) < 0) {
    return undefined;
  }
  const { result } = options;
  return result.text === undefined
    ? result
    : { ...result, text: value.replace(regex, result.text) };
}

function mapOne(
  mapping: ValueMapping,
  value: JsonValue | undefined,
): MappingResult | undefined {
  const nothing = value === null || value === undefined;
  switch (mapping.type) {
    case 'value':
      return nothing ? undefined : mapping.options[`${value}`];
    case 'range':
      return !nothing && within(mapping.options, value)
        ? mapping.options.result
        : undefined;
    case 'regex':
      return replaced(mapping.options, value);
    case 'special':
      return isSpecial(mapping.options.match, value)
        ? mapping.options.result
        : undefined;
    default:
      return undefined;
  }
}

/** What the first mapping that fits shows for a value. */
export function mapValue(
  mappings: readonly ValueMapping[],
  value: JsonValue | undefined,
): MappingResult | undefined {
  for (const mapping of mappings) {
    const result = mapOne(mapping, value);
    if (result) {
      return result;
    }
  }
  return undefined;
}
