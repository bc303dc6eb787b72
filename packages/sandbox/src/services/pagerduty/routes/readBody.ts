import { PagerDutyError } from '../PagerDutyError';

type Body = Record<string, unknown>;

/** The object of that name in a body. @throws PagerDutyError 400 */
export function objectIn(body: unknown, name: string): Body {
  const value = isObject(body) ? body[name] : undefined;
  if (!isObject(value)) throw PagerDutyError.invalid('params must be a Hash');
  return value;
}

/** The list of objects of that name in a body. @throws PagerDutyError 400 */
export function objectsIn(body: unknown, name: string): Body[] {
  const value = isObject(body) ? body[name] : undefined;
  if (!Array.isArray(value) || !value.every(isObject)) {
    throw PagerDutyError.invalid(`${name} must be an array`);
  }
  return value;
}

/** A text that may be left out. @throws PagerDutyError 400 */
export function textIn(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw PagerDutyError.invalid(`${name} must be a string`);
}

/** A text that has to be there. @throws PagerDutyError 400 */
export function requiredText(body: Body, name: string, title: string): string {
  const text = textIn(body, name)?.trim();
  if (!text) throw PagerDutyError.invalid(`${title} cannot be empty`);
  return text;
}

export function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
