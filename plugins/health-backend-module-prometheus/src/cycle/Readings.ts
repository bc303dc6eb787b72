/** What the queries of a cycle brought: a number by entity, environment and name of the reading, e.g. `errors.5m`. */
export class Readings {
  readonly #values = new Map<string, Map<string, Map<string, number>>>();

  set(entityRef: string, environment: string, reading: string, value: number) {
    const environments = this.#values.get(entityRef) ?? new Map();
    this.#values.set(entityRef, environments);
    const readings = environments.get(environment) ?? new Map();
    environments.set(environment, readings);
    readings.set(reading, value);
  }

  /** Undefined where nothing came, or what came is no number (0 ÷ 0). */
  get(
    entityRef: string,
    environment: string,
    reading: string,
  ): number | undefined {
    const value = this.#values.get(entityRef)?.get(environment)?.get(reading);
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  }

  /** In which anything was read. */
  environments(entityRef: string): string[] {
    return [...(this.#values.get(entityRef)?.keys() ?? [])];
  }

  /** Of one entity in one environment. */
  of(entityRef: string, environment: string): EntityReadings {
    return reading => this.get(entityRef, environment, reading);
  }
}

/** Reads by name, e.g. `requests.5m`. */
export type EntityReadings = (reading: string) => number | undefined;
