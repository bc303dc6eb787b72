import type { Request } from 'express';
import { AlertmanagerError } from '../AlertmanagerError';
import { parseMatcher, regexpProblem } from '../matchers';
import type { Matcher } from '../types';

/** What go-openapi takes for true; all else is false. */
const TRUE = [
  'true',
  '1',
  'yes',
  'ok',
  'y',
  'on',
  'selected',
  'checked',
  't',
  'enabled',
];

/** A flag of the query string, true if absent. */
export function flag(request: Request, name: string): boolean {
  const [value] = texts(request.query[name]);
  return (
    value === undefined || value === '' || TRUE.includes(value.toLowerCase())
  );
}

/** Matchers of `filter`, which may be repeated. @throws AlertmanagerError 400 */
export function filters(request: Request): Matcher[] {
  return texts(request.query.filter).map(parseMatcher);
}

/** A regular expression of the query string. @throws AlertmanagerError 400 */
export function receiverFilter(request: Request): string {
  const [receiver] = texts(request.query.receiver);
  if (receiver === undefined) return '.*';
  const problem = regexpProblem(receiver, `^(?:${receiver})$`);
  if (!problem) return receiver;
  throw new AlertmanagerError(
    400,
    `failed to parse receiver param: ${problem}`,
  );
}

function texts(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .filter((one): one is string => typeof one === 'string');
}
