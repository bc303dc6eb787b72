import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Matcher } from '../selector/Matcher';
import { parseSelector } from '../selector/parseSelector';

const UNITS = { seconds: 1, milliseconds: 1000 };

/** Reads the keys of one own preset; undefined where they are absent. */
export class PresetReader {
  readonly #config: Config;
  readonly #path: string;

  constructor(config: Config, path: string) {
    this.#config = config;
    this.#path = path;
  }

  name(key: string, form: RegExp): string | undefined {
    const name = this.#config.getOptionalString(key);
    if (name !== undefined && !form.test(name)) {
      throw new InputError(
        `${this.#path}.${key}: '${name}' is no name that Prometheus allows.`,
      );
    }
    return name;
  }

  matchers(key: string): readonly Matcher[] | undefined {
    const text = this.#config.getOptionalString(key);
    if (text === undefined) return undefined;
    const parsed = parseSelector(text);
    if (parsed.problem !== undefined) {
      throw new InputError(`${this.#path}.${key} ${parsed.problem}.`);
    }
    return parsed.matchers;
  }

  unit(): number | undefined {
    const unit = this.#config.getOptionalString('bucketUnit');
    if (unit === undefined) return undefined;
    if (unit !== 'seconds' && unit !== 'milliseconds') {
      throw new InputError(
        `${
          this.#path
        }.bucketUnit: '${unit}' is neither seconds nor milliseconds.`,
      );
    }
    return UNITS[unit];
  }
}
