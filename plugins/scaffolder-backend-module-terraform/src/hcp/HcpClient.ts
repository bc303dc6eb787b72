import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { repeat } from '@portico/plugin-flows-common';
import type { HcpInstance } from '../config/readTerraformConfig';
import { HcpError } from './HcpError';

const MEDIA_TYPE = 'application/vnd.api+json';
const REQUEST_TIMEOUT_MS = 20_000;

/** An answer with its body, which may break off too. */
interface Answer {
  ok: boolean;
  status: number;
  headers: Headers;
  body: Buffer;
}

interface CallOptions {
  body?: unknown;
  /** True if doing it twice does no harm; then errors of the server are tried again too. */
  repeatable?: boolean;
}

/** Talks to one HCP Terraform or Terraform Enterprise. See https://developer.hashicorp.com/terraform/cloud-docs/api-docs */
export class HcpClient {
  readonly instance: HcpInstance;
  readonly #logger: LoggerService;
  /** Ends all requests, and whatever waits between them. */
  readonly signal: AbortSignal;
  /** Wait before a request is repeated, in ms, doubled for each further time. */
  readonly firstDelayMs: number;

  constructor(options: {
    instance: HcpInstance;
    logger: LoggerService;
    signal: AbortSignal;
    firstDelayMs?: number;
  }) {
    this.instance = options.instance;
    this.#logger = options.logger;
    this.signal = options.signal;
    this.firstDelayMs = options.firstDelayMs ?? 1000;
  }

  get<T>(path: string, options?: CallOptions): Promise<T> {
    return this.#json('GET', path, { repeatable: true, ...options });
  }

  post<T>(path: string, body: unknown, options?: CallOptions): Promise<T> {
    return this.#json('POST', path, { body, ...options });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#json('PATCH', path, { body, repeatable: true });
  }

  /** Uploads to a URL that is its own credential. */
  async upload(url: string, content: Buffer): Promise<void> {
    await this.#call('PUT', url, { repeatable: true }, signal =>
      fetch(url, {
        method: 'PUT',
        body: new Uint8Array(content),
        signal,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    );
  }

  /** Bytes of a log from an offset on; empty if there are none yet. */
  async readLog(url: string, offset: number): Promise<Buffer> {
    const from = new URL(url);
    from.searchParams.set('offset', String(offset));
    from.searchParams.set('limit', '65536');
    const response = await this.#call(
      'GET',
      'the log',
      { repeatable: true },
      signal => fetch(from, { signal }),
    );
    return response.body;
  }

  async #json<T>(
    method: string,
    path: string,
    options: CallOptions,
  ): Promise<T> {
    const { instance } = this;
    const response = await this.#call(method, path, options, signal =>
      fetch(`${instance.baseUrl}/api/v2${path}`, {
        method,
        signal,
        headers: {
          authorization: `Bearer ${instance.token}`,
          'content-type': MEDIA_TYPE,
          accept: MEDIA_TYPE,
        },
        body:
          options.body === undefined ? undefined : JSON.stringify(options.body),
      }),
    );
    const text = response.body.toString();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async #call(
    method: string,
    what: string,
    options: CallOptions,
    send: (signal: AbortSignal) => Promise<Response>,
  ): Promise<Answer> {
    const { signal, firstDelayMs } = this;
    return repeat(
      async () => {
        const response = await this.#send(method, what, signal, send);
        if (!response.ok) throw this.#explain(method, what, response);
        return response;
      },
      {
        isWorthwhile: error =>
          error instanceof HcpError &&
          (options.repeatable ? error.isTransient : error.status === 429),
        askedMs: error =>
          error instanceof HcpError && error.retryAfterSeconds !== undefined
            ? error.retryAfterSeconds * 1000
            : undefined,
        onRepeat: (error, delayMs) => {
          const answer =
            error instanceof HcpError && error.status
              ? `answered ${error.status}`
              : 'did not answer';
          const seconds = Math.round(delayMs / 100) / 10;
          this.#logger.warn(
            `HCP Terraform ${answer}; asked again after ${seconds} s`,
          );
        },
        signal,
        firstDelayMs,
      },
    );
  }

  async #send(
    method: string,
    what: string,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<Response>,
  ): Promise<Answer> {
    try {
      const response = await send(
        AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
      );
      const { ok, status, headers } = response;
      const body = Buffer.from(await response.arrayBuffer());
      return { ok, status, headers, body };
    } catch (error) {
      signal.throwIfAborted();
      const cause = error as Error & { cause?: { code?: string } };
      throw new HcpError({
        message: `${this.#name} did not answer ${method} ${what}: ${
          cause.cause?.code ?? cause.message
        }`,
        cause,
      });
    }
  }

  get #name(): string {
    return `HCP Terraform instance '${this.instance.name}' (${this.instance.baseUrl})`;
  }

  #explain(method: string, what: string, response: Answer): Error {
    const { status } = response;
    if (status === 401) {
      return new AuthenticationError(
        `${
          this.#name
        } refused the configured token (401) on ${method} ${what}. Put a valid API token of a team or user that may manage workspaces of organisation '${
          this.instance.organization
        }' into the entry '${this.instance.name}' of terraform.hcp.`,
      );
    }
    const detail = readErrors(response.body.toString());
    if (status === 404) {
      return new NotFoundError(
        `${this.#name} has no ${what}, or the token may not see it (404)${
          detail ? `: ${detail}` : ''
        }`,
      );
    }
    const after = Number(response.headers.get('retry-after') ?? NaN);
    return new HcpError({
      message: `${this.#name} answered ${status} to ${method} ${what}${
        detail ? `: ${detail}` : ''
      }`,
      status,
      retryAfterSeconds: Number.isFinite(after) ? after : undefined,
    });
  }
}

/** The titles and details of a JSON:API error document. */
function readErrors(text: string): string {
  try {
    const { errors } = JSON.parse(text) as {
      errors?: { title?: string; detail?: string }[];
    };
    return (errors ?? [])
      .map(({ title, detail }) => detail ?? title ?? '')
      .filter(Boolean)
      .join('; ');
  } catch {
    return text.slice(0, 200); // an answer of something in between, e.g. a load balancer's page
  }
}
