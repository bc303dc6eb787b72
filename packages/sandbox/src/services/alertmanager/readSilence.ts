import { AlertmanagerError } from './AlertmanagerError';
import { asObject, readText, readTime } from './readAlert';
import type { Matcher, Silence } from './types';

export type PostedSilence = Omit<Silence, 'id' | 'updatedAt'> & { id?: string };

/** Reads the body of `POST /api/v2/silences`. @throws AlertmanagerError 422 */
export function readSilence(body: unknown): PostedSilence {
  const silence = asObject(body, 'silence');
  const text = (name: string) => required(name, readText(silence[name], name));
  const time = (name: string) => required(name, readTime(silence[name], name));
  return {
    id: readText(silence.id, 'id') || undefined,
    matchers: readMatchers(silence.matchers),
    startsAt: time('startsAt'),
    endsAt: time('endsAt'),
    createdBy: text('createdBy'),
    comment: text('comment'),
  };
}

function readMatchers(value: unknown): Matcher[] {
  if (value === undefined || value === null) {
    throw AlertmanagerError.missing('matchers');
  }
  if (!Array.isArray(value)) {
    throw AlertmanagerError.wrongType('matchers in body', 'array', value);
  }
  if (value.length === 0) {
    throw AlertmanagerError.invalid(
      612,
      'matchers in body should have at least 1 items',
    );
  }
  return value.map((item, index) => {
    const at = `matchers.${index}`;
    const matcher = asObject(item, at);
    return {
      name: required(`${at}.name`, readText(matcher.name, `${at}.name`)),
      value: required(`${at}.value`, readText(matcher.value, `${at}.value`)),
      isRegex: required(
        `${at}.isRegex`,
        readFlag(matcher.isRegex, `${at}.isRegex`),
      ),
      isEqual: readFlag(matcher.isEqual, `${at}.isEqual`) ?? true,
    };
  });
}

function readFlag(value: unknown, where: string): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  throw AlertmanagerError.wrongType(`${where} in body`, 'boolean', value);
}

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw AlertmanagerError.missing(name);
  return value;
}
