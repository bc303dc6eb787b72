import type { Request } from 'express';
import type { ServiceName } from './ports';

/** A disturbance that the control service puts in front of a service (`POST /faults`). */
export interface Fault {
  id: string;
  service: ServiceName;
  /** HTTP method; any method if absent. */
  method?: string;
  /** Regular expression over the path with its query string; any path if absent. */
  path?: string;
  /** `status` answers with `value`, `latency` waits `value` milliseconds, `reset` cuts the connection, `hang` never answers. */
  kind: 'status' | 'latency' | 'reset' | 'hang';
  /** HTTP status for `status` (default 503), milliseconds for `latency` (default 1000). */
  value?: number;
  /** How many requests it hits; endless if absent. */
  times?: number;
  /** How many requests it has hit. */
  hits: number;
}

/** Raised by {@link Faults.add} for a fault that makes no sense; the message says which key and what it may be. */
export class InvalidFaultError extends Error {
  name = 'InvalidFaultError';
}

const KINDS = ['status', 'latency', 'reset', 'hang'];

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
    const fault = (input ?? {}) as Partial<Fault>;
    if (!fault.service || !this.#services.includes(fault.service)) {
      throw new InvalidFaultError(
        `'service' must be one of ${this.#services.join(', ')}, not '${
          fault.service
        }'`,
      );
    }
    if (!fault.kind || !KINDS.includes(fault.kind)) {
      throw new InvalidFaultError(
        `'kind' must be one of ${KINDS.join(', ')}, not '${fault.kind}'`,
      );
    }
    for (const key of ['value', 'times'] as const) {
      const value = fault[key];
      if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
        throw new InvalidFaultError(`'${key}' must be a positive whole number`);
      }
    }
    if (fault.kind === 'status' && fault.value !== undefined) {
      if (fault.value < 400 || fault.value > 599) {
        throw new InvalidFaultError(
          `'value' of a status fault must be 400 to 599`,
        );
      }
    }
    if (fault.path !== undefined) {
      try {
        RegExp(fault.path);
      } catch {
        throw new InvalidFaultError(`'path' is not a regular expression`);
      }
    }
    this.#lastId += 1;
    const added: Fault = {
      id: String(this.#lastId),
      service: fault.service,
      method: fault.method?.toUpperCase(),
      path: fault.path,
      kind: fault.kind,
      value: fault.value,
      times: fault.times,
      hits: 0,
    };
    this.#faults.push(added);
    return added;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault that hits this request, counted; `undefined` if none does. */
  take(service: ServiceName, request: Request): Fault | undefined {
    const fault = this.#faults.find(
      candidate =>
        candidate.service === service &&
        (!candidate.method || candidate.method === request.method) &&
        (!candidate.path ||
          new RegExp(candidate.path).test(request.originalUrl)) &&
        (candidate.times === undefined || candidate.hits < candidate.times),
    );
    if (fault) fault.hits += 1;
    return fault;
  }
}
