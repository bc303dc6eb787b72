import { malformed, unsatisfied } from './errors';

/** The members of a JSON request, checked as they are read. Each reader throws an `AwsError` that names the member. */
export class Input {
  readonly #values: Record<string, unknown>;

  /** @throws AwsError `SerializationException` where it is not a JSON object */
  constructor(values: unknown) {
    if (
      typeof values !== 'object' ||
      values === null ||
      Array.isArray(values)
    ) {
      throw malformed();
    }
    this.#values = values as Record<string, unknown>;
  }

  has(member: string): boolean {
    return (this.#values[member] ?? undefined) !== undefined;
  }

  optionalText(member: string, pattern?: RegExp): string | undefined {
    const value = this.#values[member] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw malformed();
    if (pattern && !pattern.test(value)) {
      throw unsatisfied(
        member,
        value,
        `satisfy regular expression pattern: ${pattern.source}`,
      );
    }
    return value;
  }

  text(member: string, pattern?: RegExp): string {
    const value = this.optionalText(member, pattern);
    if (value === undefined) throw unsatisfied(member, value, 'not be null');
    return value;
  }

  optionalOneOf<T extends string>(
    member: string,
    values: readonly T[],
  ): T | undefined {
    const value = this.optionalText(member);
    if (value === undefined) return undefined;
    const found = values.find(one => one === value);
    if (!found) {
      throw unsatisfied(
        member,
        value,
        `satisfy enum value set: [${values.join(', ')}]`,
      );
    }
    return found;
  }

  oneOf<T extends string>(member: string, values: readonly T[]): T {
    const value = this.optionalOneOf(member, values);
    if (value === undefined) throw unsatisfied(member, value, 'not be null');
    return value;
  }

  optionalNumber(member: string, range: [min: number, max: number]) {
    const value = this.#values[member] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw malformed();
    }
    const [min, max] = range;
    if (value < min) {
      throw unsatisfied(
        member,
        value,
        `have value greater than or equal to ${min}`,
      );
    }
    if (value > max) {
      throw unsatisfied(
        member,
        value,
        `have value less than or equal to ${max}`,
      );
    }
    return value;
  }

  optionalObject(member: string): Input | undefined {
    const value = this.#values[member] ?? undefined;
    return value === undefined ? undefined : new Input(value);
  }

  object(member: string): Input {
    const value = this.optionalObject(member);
    if (value === undefined) throw unsatisfied(member, value, 'not be null');
    return value;
  }

  /** Empty if absent. */
  list(member: string): unknown[] {
    const value = this.#values[member] ?? [];
    if (!Array.isArray(value)) throw malformed();
    return value;
  }

  /** Whatever it is. */
  value(member: string): unknown {
    return this.#values[member] ?? undefined;
  }
}
