import type { Request } from 'express';
import { PagerDutyError } from '../PagerDutyError';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
/** https://developer.pagerduty.com/docs/pagination: beyond, one has to narrow the question. */
const MAX_WINDOW = 10_000;

/** One page of a list, with what says whether there are more. @throws PagerDutyError 400 */
export function paginate<K extends string, T, R>(
  request: Request,
  name: K,
  items: readonly T[],
  present: (item: T) => R,
) {
  const offset = wholeNumber(request, 'offset', 0);
  const limit = Math.min(
    wholeNumber(request, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT,
    MAX_LIMIT,
  );
  if (offset + limit > MAX_WINDOW) {
    throw PagerDutyError.invalid(
      `Offset must be less than ${MAX_WINDOW - limit}.`,
    );
  }
  const page = { [name]: items.slice(offset, offset + limit).map(present) };
  return {
    ...(page as Record<K, R[]>),
    limit,
    offset,
    total: request.query.total === 'true' ? items.length : null,
    more: offset + limit < items.length,
  };
}

/** Values of `name[]`, however often it stands there: Express makes no list of more than twenty. */
export function listOf(request: Request, name: string): string[] {
  const { searchParams } = new URL(request.originalUrl, 'http://127.0.0.1');
  return [...searchParams.getAll(`${name}[]`), ...searchParams.getAll(name)];
}

/** Milliseconds since 1970 of a parameter. @throws PagerDutyError 400 */
export function timeOf(request: Request, name: string): number | undefined {
  const text = request.query[name];
  if (text === undefined || text === '') return undefined;
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw PagerDutyError.invalid(`${name} must be in ISO 8601 format.`);
  }
  return time;
}

function wholeNumber(request: Request, name: string, usual: number): number {
  const text = request.query[name];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw PagerDutyError.invalid(`${name} must be a non-negative integer.`);
  }
  return value;
}
