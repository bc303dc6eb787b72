import { parseJsonEvent } from './parseJsonEvent';
import { PlainLogParser } from './PlainLogParser';
import type { TerraformEvent } from './TerraformEvent';

// eslint-disable-next-line no-control-regex
const DECORATION = /\u001b\[[\d;]*m|[\u0002\u0003\r]/g;

/** Reads a log that arrives in pieces, in prose or as JSON lines; keeps an unfinished line for the next piece. */
export class LogParser {
  readonly #plain = new PlainLogParser();
  #rest = '';

  push(chunk: string): TerraformEvent[] {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap(line => this.#read(line));
  }

  /** What stands in a last line without an end. */
  flush(): TerraformEvent[] {
    const rest = this.#rest;
    this.#rest = '';
    return this.#read(rest);
  }

  #read(line: string): TerraformEvent[] {
    const text = line.replace(DECORATION, '');
    let event: TerraformEvent | undefined;
    if (text.startsWith('{"')) {
      try {
        event = parseJsonEvent(JSON.parse(text));
      } catch {
        event = { type: 'note', text }; // not JSON after all: shown as it is
      }
    } else {
      event = this.#plain.parse(text);
    }
    return event ? [event] : [];
  }
}
