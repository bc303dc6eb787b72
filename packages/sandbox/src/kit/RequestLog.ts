import type { ServiceName } from './ports';

/** One request that a sandbox service answered. Never holds headers, bodies or query values that are secret. */
export interface LoggedRequest {
  id: number;
  /** ISO 8601, UTC. */
  at: string;
  service: ServiceName;
  method: string;
  /** Path with its query string; values of `code`, `token`, `state` and the like are masked. */
  path: string;
  status: number;
  durationMs: number;
  /** Who the service took the caller for, e.g. the login; absent for none. */
  caller?: string;
  /** The caller's `User-Agent`. */
  userAgent?: string;
  /** Set where a fault shaped the answer. */
  fault?: string;
  /** True where no route matched: a sign that the sandbox lacks something. */
  unknownRoute?: boolean;
}

const SECRET_PARAMETERS =
  /([?&](?:code|code_verifier|token|id_token_hint|client_secret|access_token|state|sessionToken|X-Amz-[^=]+)=)[^&]*/gi;

/** The latest requests over all services, newest last. */
export class RequestLog {
  readonly #limit: number;
  #requests: LoggedRequest[] = [];
  #lastId = 0;

  constructor(limit = 5000) {
    this.#limit = limit;
  }

  add(request: Omit<LoggedRequest, 'id'>): void {
    this.#lastId += 1;
    this.#requests.push({
      ...request,
      path: request.path.replace(SECRET_PARAMETERS, '$1***'),
      id: this.#lastId,
    });
    if (this.#requests.length > this.#limit) this.#requests.shift();
  }

  /** The id of the newest request; 0 before the first. A reset does not set it back. */
  get lastId(): number {
    return this.#lastId;
  }

  /** Those after `since` (an id) of that service with one of these methods, newest last, the newest `limit` of them. */
  list(options?: {
    service?: string;
    methods?: string[];
    since?: number;
    limit?: number;
  }): LoggedRequest[] {
    const { service, methods, since = 0, limit = this.#limit } = options ?? {};
    return this.#requests
      .filter(
        r =>
          r.id > since &&
          (!service || r.service === service) &&
          (!methods || methods.includes(r.method)),
      )
      .slice(-limit);
  }

  clear(): void {
    this.#requests = [];
  }
}
