import { InputError } from '@backstage/errors';

/**
 * Reads the column `Tags`: a JSON object, the same without its braces (Azure), a list of keys and values (Parquet maps,
 * Google), or an object that is read already.
 *
 * @throws InputError where it is none of these
 */
export function readTags(value: unknown): Record<string, string> {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'string') return readTags(parse(value));
  if (value instanceof Map) return readTags([...value]);
  if (Array.isArray(value)) {
    return tagsOf(
      value.map(entry =>
        Array.isArray(entry) ? entry : [entry?.key, entry?.value],
      ),
    );
  }
  if (typeof value === 'object') return tagsOf(Object.entries(value));
  throw new InputError(`Tags is '${value}'; it should be a JSON object.`);
}

function parse(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NULL' || trimmed === 'null') return {};
  const json = /^[{[]/.test(trimmed) ? trimmed : `{${trimmed}}`;
  try {
    return JSON.parse(json);
  } catch {
    throw new InputError(
      `Tags is '${trimmed.slice(
        0,
        80,
      )}'; it should be a JSON object such as {"service":"orders"}.`,
    );
  }
}

function tagsOf(entries: unknown[][]): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const [key, value] of entries) {
    if (typeof key !== 'string') {
      throw new InputError('Tags has an entry without a key.');
    }
    // A tag without a value is a tag; FOCUS writes true for it.
    tags[key] = value === undefined || value === null ? '' : String(value);
  }
  return tags;
}
