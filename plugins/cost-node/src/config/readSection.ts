import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * All entries of a section such as `cost.aws`; none where there is no such section.
 *
 * @throws InputError where two share a name
 */
export function readNamed<T extends { name: string }>(
  config: Config,
  path: string,
  read: (section: Config) => T,
): T[] {
  const all = (config.getOptionalConfigArray(path) ?? []).map(read);
  const names = all.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return all;
  throw new InputError(
    `${path} has two entries named '${twice}'; give each its own name.`,
  );
}

/**
 * Whether a source is the bill (if it does not say), or kept beside it.
 *
 * @param path of the section, for messages, e.g. `cost.aws`
 * @throws InputError where it says something else
 */
export function readCounts(
  section: Config,
  path: string,
): 'bill' | 'comparison' {
  const text = section.getOptionalString('counts') ?? 'bill';
  if (text === 'bill' || text === 'comparison') return text;
  throw new InputError(
    `${path}: counts of '${section.getString(
      'name',
    )}' is '${text}'; it is bill or comparison.`,
  );
}

/** @throws InputError where it is there and no whole number above zero */
export function readCount(
  section: Config,
  path: string,
  key: string,
): number | undefined {
  const number = section.getOptionalNumber(key);
  if (number === undefined || (Number.isInteger(number) && number > 0)) {
    return number;
  }
  throw new InputError(
    `${path}: ${key} of '${section.getString(
      'name',
    )}' is ${number}; it is a whole number above zero.`,
  );
}
