import { LogParser } from '../report/LogParser';
import type { TerraformEvent } from '../report/TerraformEvent';
import type { HcpClient } from './HcpClient';

const END_OF_TEXT = 0x03;

/** Reads a growing log from where it last stopped. */
export class LogFollower {
  readonly #client: HcpClient;
  readonly #url: string;
  readonly #parser = new LogParser();
  readonly #decoder = new TextDecoder();
  #offset = 0;
  #ended = false;

  constructor(client: HcpClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  /** True once the log's last byte has been read. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What has been written since the last call. */
  async read(): Promise<TerraformEvent[]> {
    const events: TerraformEvent[] = [];
    while (!this.#ended) {
      const chunk = await this.#client.readLog(this.#url, this.#offset);
      if (chunk.length === 0) break;
      this.#offset += chunk.length;
      this.#ended = chunk[chunk.length - 1] === END_OF_TEXT;
      events.push(
        ...this.#parser.push(this.#decoder.decode(chunk, { stream: true })),
      );
    }
    if (this.#ended) events.push(...this.#parser.flush());
    return events;
  }
}
