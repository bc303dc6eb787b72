import { AlertmanagerError } from './AlertmanagerError';
import type { Labels } from './types';

/** One alert of `POST /api/v2/alerts`; times in milliseconds since 1970. */
export interface PostedAlert {
  labels: Labels;
  annotations: Labels;
  startsAt?: number;
  endsAt?: number;
  generatorURL?: string;
}

/** @throws AlertmanagerError 422 for what doesn't fit the API's description */
export function readAlerts(body: unknown): PostedAlert[] {
  if (!Array.isArray(body)) {
    throw new AlertmanagerError(400, {
      code: 400,
      message:
        'parsing alerts body from "" failed, because json: cannot unmarshal object into Go value of type models.PostableAlerts',
    });
  }
  return body.map((item, index) => {
    const alert = asObject(item, `${index}`);
    return {
      labels: readLabels(alert.labels, `${index}.labels`, true),
      annotations: readLabels(alert.annotations, `${index}.annotations`),
      startsAt: readTime(alert.startsAt, `${index}.startsAt`),
      endsAt: readTime(alert.endsAt, `${index}.endsAt`),
      generatorURL: readText(alert.generatorURL, `${index}.generatorURL`),
    };
  });
}

/** @throws AlertmanagerError 422 */
export function asObject(value: unknown, where: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw AlertmanagerError.wrongType(`${where} in body`, 'object', value);
  }
  return value as Record<string, unknown>;
}

/**
 * A point in time, RFC 3339; Go's zero time counts as none.
 *
 * @throws AlertmanagerError 422
 */
export function readTime(value: unknown, where: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) {
    throw AlertmanagerError.wrongType(`${where} in body`, 'date-time', value);
  }
  return new Date(time).getUTCFullYear() === 1 ? undefined : time;
}

/** @throws AlertmanagerError 422 */
export function readText(value: unknown, where: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw AlertmanagerError.wrongType(`${where} in body`, 'string', value);
}

function readLabels(value: unknown, where: string, required = false): Labels {
  if (value === undefined || value === null) {
    if (required) throw AlertmanagerError.missing(where);
    return {};
  }
  const labels = asObject(value, where);
  return Object.fromEntries(
    Object.entries(labels).map(([name, text]) => [
      name,
      readText(text, `${where}.${name}`) ?? '',
    ]),
  );
}
