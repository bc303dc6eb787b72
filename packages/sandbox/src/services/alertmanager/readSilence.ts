import { AlertmanagerError } from './AlertmanagerError';
import {
  asObject,
  mismatch,
  readFlag,
  readText,
  readTime,
  type Place,
} from './readJson';
import type { Matcher, Silence } from './types';

export type PostedSilence = Omit<Silence, 'id' | 'updatedAt'> & { id?: string };

const at = (field: string): Place => ({ body: 'silence', field });

/**
 * Reads the body of `POST /api/v2/silences`.
 *
 * @throws AlertmanagerError 400 for what can't be read, 422 for what is missing
 */
export function readSilence(body: unknown): PostedSilence {
  const silence = asObject(
    body,
    at(''),
    'struct { ID string "json:\\"id,omitempty\\"" }',
  );
  const text = (name: string) =>
    required(name, readText(silence[name], at(`Silence.${name}`)));
  const time = (name: string) =>
    required(name, readTime(silence[name], at(`Silence.${name}`)));
  return {
    id: readText(silence.id, at('id')) || undefined,
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
    throw mismatch(value, at('Silence.matchers'), 'models.Matchers');
  }
  if (value.length === 0) {
    throw AlertmanagerError.invalid(
      612,
      'matchers in body should have at least 1 items',
    );
  }
  return value.map((item, index) => {
    const matcher = asObject(item, at('Silence.matchers'));
    const place = (name: string) => at(`Matcher.matchers.${name}`);
    const text = (name: string) =>
      required(
        `matchers.${index}.${name}`,
        readText(matcher[name], place(name)),
      );
    return {
      name: text('name'),
      value: text('value'),
      isRegex: required(
        `matchers.${index}.isRegex`,
        readFlag(matcher.isRegex, place('isRegex')),
      ),
      isEqual: readFlag(matcher.isEqual, place('isEqual')) ?? true,
    };
  });
}

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw AlertmanagerError.missing(name);
  return value;
}
