import type { Request } from 'express';
import { AlertmanagerError } from '../AlertmanagerError';
import { parseMatcher } from '../matchers';
import type { Matcher } from '../types';

/** A flag of the query string. @throws AlertmanagerError 422 */
export function flag(request: Request, name: string): boolean {
  const value = request.query[name];
  if (value === undefined || value === '') return true;
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw AlertmanagerError.wrongType(`${name} in query`, 'boolean', value);
}

/** Matchers of `filter`, which may be repeated. @throws AlertmanagerError 400 */
export function filters(request: Request): Matcher[] {
  return texts(request.query.filter).map(parseMatcher);
}

/** A regular expression of the query string. @throws AlertmanagerError 400 */
export function receiverFilter(request: Request): string {
  const [receiver] = texts(request.query.receiver);
  if (receiver === undefined) return '.*';
  try {
    RegExp(receiver);
    return receiver;
  } catch {
    throw new AlertmanagerError(
      400,
      `failed to parse receiver param: error parsing regexp: \`${receiver}\``,
    );
  }
}

function texts(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .filter((one): one is string => typeof one === 'string');
}
