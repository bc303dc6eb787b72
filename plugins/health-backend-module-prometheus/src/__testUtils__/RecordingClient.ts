import {
  type InstantAnswer,
  PrometheusClient,
  type QueryOptions,
} from '@portico/plugin-prometheus-node';

/** Keeps what was asked, and what came back in an order that can be compared. */
export class RecordingClient extends PrometheusClient {
  readonly answers: { query: string; answer: string[] }[] = [];

  async query(query: string, options: QueryOptions): Promise<InstantAnswer> {
    const answer = await super.query(query, options);
    const lines = answer.samples.map(({ labels, value }) =>
      JSON.stringify([
        Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
        String(rounded(value)),
      ]),
    );
    this.answers.push({ query, answer: lines.sort() });
    return answer;
  }
}

/** With numbers of nine digits: the order in which a server adds is its own. */
export function rounded<T>(value: T): T {
  if (typeof value === 'number') {
    return Number(value.toPrecision(9)) as T;
  }
  if (Array.isArray(value)) return value.map(rounded) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, rounded(one)]),
    ) as T;
  }
  return value;
}
