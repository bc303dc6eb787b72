import { AlertmanagerError } from './AlertmanagerError';

/** Which body is read, and which of its fields. */
export interface Place {
  body: 'alerts' | 'silence';
  /** As Go names it; empty for the body itself. */
  field: string;
}

/** @throws AlertmanagerError 400 */
export function asObject(value: unknown, place: Place, type = 'struct') {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw mismatch(value, place, type);
  }
  return value as Record<string, unknown>;
}

/** Undefined where it is absent. @throws AlertmanagerError 400 */
export function readText(value: unknown, place: Place): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw mismatch(value, place, 'string');
}

/** Undefined where it is absent. @throws AlertmanagerError 400 */
export function readFlag(value: unknown, place: Place): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  throw mismatch(value, place, 'bool');
}

/**
 * A point in time (RFC 3339) in milliseconds since 1970; undefined where it is absent or Go's zero time.
 *
 * @throws AlertmanagerError 400
 */
export function readTime(value: unknown, place: Place): number | undefined {
  const text = readText(value, place);
  if (!text) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw AlertmanagerError.unreadable(
      place.body,
      `parsing time "${text}" as "2006-01-02 15:04:05": cannot parse "${text}" as "2006"`,
    );
  }
  return new Date(time).getUTCFullYear() === 1 ? undefined : time;
}

/** What can't be put into the field, as Go's decoder says it. */
export function mismatch(value: unknown, { body, field }: Place, type: string) {
  const kinds = { boolean: 'bool', number: 'number', string: 'string' };
  const kind = Array.isArray(value)
    ? 'array'
    : kinds[typeof value as keyof typeof kinds] ?? 'object';
  const target = field ? `struct field ${field}` : 'value';
  return AlertmanagerError.unreadable(
    body,
    `json: cannot unmarshal ${kind} into Go ${target} of type ${type}`,
  );
}
