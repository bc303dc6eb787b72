import { invalid } from './errors';
import type { Input } from './Input';

const MAX_RESULTS = 100;

/**
 * One page of a list, with the token of the next one. `MaxResults` is 1 to 100, as in all lists here.
 *
 * @throws AwsError `ValidationException` for a token that no list gave
 */
export function paginate<T>(
  items: T[],
  input: Input,
): { page: T[]; NextToken?: string } {
  const limit =
    input.optionalNumber('MaxResults', [1, MAX_RESULTS]) ?? MAX_RESULTS;
  const token = input.optionalText('NextToken');
  const start = token === undefined ? 0 : offsetOf(token);
  const end = start + limit;
  return {
    page: items.slice(start, end),
    NextToken: end < items.length ? tokenOf(end) : undefined,
  };
}

const PREFIX = 'next/';

function tokenOf(offset: number): string {
  return Buffer.from(`${PREFIX}${offset}`).toString('base64');
}

function offsetOf(token: string): number {
  const text = Buffer.from(token, 'base64').toString();
  const offset = Number(text.slice(PREFIX.length));
  if (!text.startsWith(PREFIX) || !Number.isInteger(offset)) {
    throw invalid('The pagination token is not valid.');
  }
  return offset;
}
