import { parseFault } from './parseFault';
import type { ServiceName } from './ports';
import type { SeenRequest } from './seenRequest';

/** A disturbance that the control service puts in front of a service (`POST /faults`). */
export interface Fault {
  id: string;
  service: ServiceName;
  /** HTTP method (`MAIL` for SMTP); any method if absent. */
  method?: string;
  /**
   * Regular expression over the path with its query string (for SMTP the recipients, comma-separated; for AWS
   * with the operation behind it, e.g. `/ SWBExternalService.ListInstances`); any path if absent.
   */
  path?: string;
  /** Regular expression over the beginning of the request's body; any body if absent. Not for SMTP. */
  body?: string;
  /** `status` answers with `value`, `latency` waits `value` milliseconds, `reset` cuts the connection, `hang` never answers. */
  kind: 'status' | 'latency' | 'reset' | 'hang';
  /** True: the request is carried out, and only then is its answer lost. Not for `latency`. */
  after?: boolean;
  /** HTTP status for `status` (default 503), milliseconds for `latency` (default 1000). */
  value?: number;
  /** How many requests it hits; endless if absent. */
  times?: number;
  /** How many requests it has hit. */
  hits: number;
}

/** The faults in force, oldest first. They live in memory: a restart ends them. */
export class Faults {
  readonly #services: readonly string[];
  #faults: Fault[] = [];
  #lastId = 0;

  constructor(services: readonly string[]) {
    this.#services = services;
  }

  list(): Fault[] {
    return [...this.#faults];
  }

  /** @throws InvalidFaultError */
  add(input: unknown): Fault {
    const fault = parseFault(input, this.#services);
    this.#lastId += 1;
    const added: Fault = { id: String(this.#lastId), ...fault, hits: 0 };
    this.#faults.push(added);
    return added;
  }

  /** Ends one fault; false if there is none of that id. */
  remove(id: string): boolean {
    const before = this.#faults.length;
    this.#faults = this.#faults.filter(fault => fault.id !== id);
    return this.#faults.length < before;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Whether what hits requests to a service depends on their bodies. */
  lookAtBody(service: ServiceName): boolean {
    return this.#faults.some(
      fault => fault.service === service && fault.body !== undefined,
    );
  }

  /** The fault that hits this request, counted; `undefined` if none does. */
  take(service: ServiceName, request: SeenRequest): Fault | undefined {
    const fault = this.#faults.find(
      candidate =>
        candidate.service === service &&
        (!candidate.method || candidate.method === request.method) &&
        (!candidate.path || new RegExp(candidate.path).test(request.path)) &&
        (!candidate.body ||
          new RegExp(candidate.body).test(request.body ?? '')) &&
        (candidate.times === undefined || candidate.hits < candidate.times),
    );
    if (fault) fault.hits += 1;
    return fault;
  }
}
