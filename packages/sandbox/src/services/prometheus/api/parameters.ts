import type { Request } from 'express';
import { parseDuration } from '../promql/parse/literals';
import { invalidParameter } from './ApiError';

/** Values of a parameter, of the body's form and of the URL. */
export function valuesOf(request: Request, name: string): string[] {
  const body: Record<string, unknown> = request.body ?? {};
  // Express would take the brackets of `match[]` for an array.
  const { searchParams } = new URL(request.url, 'http://localhost');
  return [body[name], searchParams.getAll(name)]
    .flat()
    .filter((value): value is string => typeof value === 'string');
}

/** The first value of a parameter; empty if it is absent. */
export function valueOf(request: Request, name: string): string {
  return valuesOf(request, name)[0] ?? '';
}

/** A moment, in milliseconds since 1970: seconds, or RFC 3339. */
export function momentOf(
  request: Request,
  name: string,
  otherwise?: number,
): number {
  return readMoment(valueOf(request, name), name, otherwise);
}

/**
 * Likewise of its text.
 *
 * @throws PromqlError that names the parameter, where the text is no moment
 */
export function readMoment(
  text: string,
  name: string,
  otherwise?: number,
): number {
  if (text === '' && otherwise !== undefined) return otherwise;
  const seconds = numberOf(text);
  if (seconds !== undefined) return Math.round(seconds * 1000);
  const rfc3339 =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const moment = rfc3339 ? Date.parse(text) : NaN;
  if (Number.isNaN(moment)) {
    throw invalidParameter(
      name,
      `cannot parse ${JSON.stringify(text)} to a valid timestamp`,
    );
  }
  return moment;
}

/** A length of time in milliseconds: seconds, or e.g. `5m`. */
export function durationOf(request: Request, name: string): number {
  const text = valueOf(request, name);
  const seconds = numberOf(text);
  const duration = seconds === undefined ? parseDuration(text) : seconds * 1000;
  if (duration === undefined) {
    throw invalidParameter(
      name,
      `cannot parse ${JSON.stringify(text)} to a valid duration`,
    );
  }
  return Math.round(duration);
}

/** How many to answer at the most; as many as there are if absent or 0. */
export function limitOf(request: Request): number {
  const text = valueOf(request, 'limit');
  if (text === '') return Infinity;
  if (!/^\d+$/.test(text)) {
    throw invalidParameter('limit', 'limit must be non-negative');
  }
  return Number(text) || Infinity;
}

function numberOf(text: string): number | undefined {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)
    ? Number(text)
    : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
