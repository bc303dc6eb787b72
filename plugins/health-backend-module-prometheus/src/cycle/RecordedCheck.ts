import {
  type PrometheusClient,
  QueryRefusedError,
} from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import { Recorded, RECORDED_QUERY } from '../query/Recorded';
import type { RunOptions } from './AskRunner';

const EVERY_MS = 3_600_000;

export interface RecordedAnswer {
  recorded?: Recorded;
  requests: number;
  /** Why the server does not answer at all. */
  outage?: string;
}

/** Looks once in a while whether a server has the recording rules that Portico ships with. */
export class RecordedCheck {
  readonly #client: PrometheusClient;
  readonly #labels: { service: string; environment: string };
  #known?: { at: number; recorded: Recorded };

  constructor(client: PrometheusClient, settings: PrometheusSettings) {
    this.#client = client;
    this.#labels = {
      service: settings.serviceLabel,
      environment: settings.environmentLabel,
    };
  }

  /** Where that is refused, nothing is taken for recorded: the counters themselves are always right. */
  async run(options: RunOptions): Promise<RecordedAnswer> {
    const now = options.now.getTime();
    if (this.#known && now - this.#known.at < EVERY_MS) {
      return { recorded: this.#known.recorded, requests: 0 };
    }
    let requests = 0;
    const onAttempt = () => {
      requests += 1;
    };
    try {
      const { samples } = await this.#client.query(RECORDED_QUERY, {
        ...options,
        onAttempt,
      });
      const recorded = new Recorded(samples, this.#labels);
      this.#known = { at: now, recorded };
      return { recorded, requests };
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      const recorded = this.#known?.recorded;
      return error instanceof QueryRefusedError
        ? { recorded, requests }
        : { recorded, requests, outage: error.message };
    }
  }
}
