import type { JsonObject, JsonValue } from '@backstage/types';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads options as Grafana keeps them; what is missing or of another kind is as if it weren't there. */
export class Options {
  private readonly json: JsonObject;

  constructor(json: JsonValue | undefined) {
    this.json = isObject(json) ? json : {};
  }

  child(key: string): Options {
    return new Options(this.json[key]);
  }

  number(key: string): number | undefined {
    const value = this.json[key];
    if (typeof value === 'number') return value;
    const read =
      typeof value === 'string' && value.trim() ? Number(value) : NaN;
    return Number.isFinite(read) ? read : undefined;
  }

  text(key: string): string | undefined {
    const value = this.json[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.json[key];
    return typeof value === 'boolean' ? value : undefined;
  }

  choice<T extends string>(key: string, of: readonly T[], otherwise: T): T {
    return of.find(one => one === this.json[key]) ?? otherwise;
  }

  numbers(key: string): number[] {
    const value = this.json[key];
    return Array.isArray(value)
      ? value.filter((one): one is number => typeof one === 'number')
      : [];
  }

  texts(key: string): string[] {
    const value = this.json[key];
    return Array.isArray(value)
      ? value.filter((one): one is string => typeof one === 'string')
      : [];
  }
}
