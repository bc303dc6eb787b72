import {
  type PrometheusClient,
  QueryRefusedError,
} from '@portico/plugin-prometheus-node';
import { halve, TAG, uniteParts, type Part } from '../query/Part';
import type { Ask, AskAnswer } from './Ask';
import { problemOf } from './problemOf';
import { RefusedSelectors } from './RefusedSelectors';

/** Queries beyond this are halved before anybody refuses them. */
const LONGEST_QUERY = 256 * 1024;
/** Requests for one ask at most: a server that refuses everything is not asked a thousand times. */
const MOST_REQUESTS = 48;
/** How long a refused size is remembered. */
const REMEMBERED_MS = 6 * 3_600_000;

export interface RunOptions {
  signal?: AbortSignal;
  now: Date;
  /** When queries are evaluated; by the server's clock if absent. */
  at?: Date;
}

/** Sends asks to one server: each as one query; in halves where the server refuses the size, from then on. */
export class AskRunner {
  readonly #client: PrometheusClient;
  /** Until when a path is not tried whole, e.g. `budget`, `budget/0`. */
  readonly #tooLarge = new Map<string, number>();
  readonly #refusedSelectors = new RefusedSelectors();

  constructor(client: PrometheusClient) {
    this.#client = client;
  }

  /** Never throws but for the signal's reason: what was not answered is a problem of those whom it is about. */
  async run(ask: Ask, options: RunOptions): Promise<AskAnswer> {
    const answer: AskAnswer = { found: [], problems: [], requests: 0 };
    const parts = ask.parts.filter(part => {
      const problem = this.#refusedSelectors.of(part, options.now);
      if (problem) answer.problems.push(problem);
      return !problem;
    });
    if (parts.length > 0) await this.#send(ask.id, parts, answer, options);
    return answer;
  }

  async #send(
    path: string,
    parts: readonly Part[],
    answer: AskAnswer,
    options: RunOptions,
  ): Promise<void> {
    const now = options.now.getTime();
    const query = uniteParts(parts);
    const isTooLarge =
      query.length > LONGEST_QUERY || (this.#tooLarge.get(path) ?? 0) > now;
    const halves = halve(parts);
    if (isTooLarge && halves) {
      await this.#sendHalves(path, halves, answer, options);
      return;
    }
    try {
      const { samples, warnings } = await this.#client.query(query, {
        ...options,
        onAttempt: () => {
          answer.requests += 1;
        },
      });
      const byTag = new Map(parts.map(part => [part.tag, part]));
      for (const { labels, value } of samples) {
        const part = byTag.get(labels[TAG]);
        if (part) answer.found.push({ part, labels, value });
      }
      if (warnings.length > 0) {
        answer.problems.push(
          problemOf(
            parts,
            `Prometheus '${
              this.#client.instance.name
            }' answered in part: ${warnings.join('; ')}.`,
          ),
        );
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      if (!(error instanceof QueryRefusedError)) {
        answer.problems.push(problemOf(parts, error.message, true));
        return;
      }
      const next = this.#smaller(parts, error);
      if (next && answer.requests < MOST_REQUESTS) {
        if (error.isTooMuch) this.#tooLarge.set(path, now + REMEMBERED_MS);
        await this.#sendHalves(path, next, answer, options);
        return;
      }
      answer.problems.push(
        this.#refusedSelectors.remember(parts, error, options.now),
      );
    }
  }

  /** What to try next. A query that is wrong is not made right by fewer entities of the same form. */
  #smaller(parts: readonly Part[], { isTooMuch }: QueryRefusedError) {
    return isTooMuch || parts.length > 1 ? halve(parts) : undefined;
  }

  async #sendHalves(
    path: string,
    halves: [Part[], Part[]],
    answer: AskAnswer,
    options: RunOptions,
  ) {
    // One after the other: it is the load that the server refused.
    await this.#send(`${path}/0`, halves[0], answer, options);
    await this.#send(`${path}/1`, halves[1], answer, options);
  }
}
