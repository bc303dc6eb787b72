import { ServiceUnavailableError } from '@backstage/errors';
import {
  type PrometheusClient,
  QueryRefusedError,
} from '@portico/plugin-prometheus-node';
import { labelled, TAG, unite } from '../query/Part';
import type { Line } from './Drawing';
import { valuesAt, type Grid } from './grid';

/** Asks for all lines of a chart at once, and counts the queries. */
export class LineReader {
  readonly #client: PrometheusClient;
  readonly #signal: AbortSignal;
  queries = 0;

  constructor(client: PrometheusClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
  }

  /** Values of each line at the grid's moments. */
  async range(
    lines: readonly Line[],
    grid: Grid,
  ): Promise<(name: string) => (number | null)[]> {
    const series =
      lines.length === 0
        ? []
        : await this.#ask(options =>
            this.#client.queryRange(together(lines), { ...options, ...grid }),
          );
    const byName = new Map(series.map(it => [it.labels[TAG], it]));
    return name => valuesAt(grid, byName.get(name));
  }

  /** Value of each line at one moment. */
  async instant(
    lines: readonly Line[],
    at: Date,
  ): Promise<(name: string) => number | null> {
    if (lines.length === 0) return () => null;
    const { samples } = await this.#ask(options =>
      this.#client.query(together(lines), { ...options, at }),
    );
    const byName = new Map(samples.map(it => [it.labels[TAG], it.value]));
    return name => {
      const value = byName.get(name);
      return value !== undefined && Number.isFinite(value) ? value : null;
    };
  }

  /** Labels of an instant query's answer. */
  async labels(query: string, at: Date) {
    const { samples } = await this.#ask(options =>
      this.#client.query(query, { ...options, at }),
    );
    return samples.map(it => it.labels);
  }

  /** A chart can't be halved: where it is refused, its source does not answer. */
  async #ask<T>(
    work: (options: {
      signal: AbortSignal;
      onAttempt: () => void;
    }) => Promise<T>,
  ): Promise<T> {
    const onAttempt = () => {
      this.queries += 1;
    };
    try {
      return await work({ signal: this.#signal, onAttempt });
    } catch (error) {
      if (!(error instanceof QueryRefusedError)) throw error;
      throw new ServiceUnavailableError(
        `${error.message} Choose a shorter range, or install the recording rules.`,
        error,
      );
    }
  }
}

function together(lines: readonly Line[]): string {
  return unite(lines.map(({ name, query }) => labelled(query, TAG, name)));
}
