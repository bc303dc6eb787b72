import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { FocusFile } from '../read/readFocusFile';
import type { ListedFile } from './FileSource';

/** Sent with each request and shown to nobody: what signs the address, or says who asks. */
export interface HttpSecrets {
  query?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Asks a server for files, as whoever may read them. */
export class HttpFile {
  readonly #secrets: HttpSecrets;

  constructor(secrets: HttpSecrets) {
    this.#secrets = secrets;
  }

  /** Opens a file as it was listed, by its name, which is its address. */
  open({ name, etag, size }: ListedFile): FocusFile {
    const get = async (signal: AbortSignal, headers = {}) => {
      const response = await this.ask(name, { headers, signal });
      refuse(name, response);
      const now = response.headers.get('etag');
      if (now !== null && now !== etag) {
        await response.body?.cancel();
        throw new ConflictError(
          `${name} was overwritten while it was read. It is read again with the next collection.`,
        );
      }
      return response;
    };
    return {
      name,
      async *read(signal) {
        const { body } = await get(signal);
        if (body) yield* body;
      },
      parts:
        size === undefined
          ? undefined
          : {
              size,
              async slice(start, end, signal) {
                const range = `bytes=${start}-${end - 1}`;
                const response = await get(signal, { range });
                const bytes = new Uint8Array(await response.arrayBuffer());
                return response.status === 206
                  ? bytes
                  : bytes.subarray(start, end);
              },
            },
    };
  }

  /** @throws ServiceUnavailableError where no answer comes */
  async ask(
    name: string,
    options: {
      method?: 'GET' | 'HEAD';
      /** Beside the one that is secret. */
      query?: URLSearchParams;
      headers?: Readonly<Record<string, string>>;
      signal: AbortSignal;
    },
  ): Promise<Response> {
    const { method = 'GET', headers, signal } = options;
    const query = [options.query?.toString(), this.#secrets.query]
      .filter(Boolean)
      .join('&');
    try {
      return await fetch(query ? `${name}?${query}` : name, {
        method,
        headers: {
          // Packed once more on the way, it would have another length.
          'accept-encoding': 'identity',
          'user-agent': 'Portico',
          ...this.#secrets.headers,
          ...headers,
        },
        // Followed, a redirect would carry what says who asks elsewhere.
        redirect: 'manual',
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      const { cause, message } = error as Error;
      const why =
        cause instanceof Error && cause.message ? cause.message : message;
      throw new ServiceUnavailableError(
        `${name} could not be asked for: ${why}. Check the address under cost.focus.`,
      );
    }
  }
}

/** @throws ServiceUnavailableError for whatever is no success */
export function refuse(
  name: string,
  { ok, status, statusText }: Response,
): void {
  if (ok) return;
  throw new ServiceUnavailableError(
    `${name} was answered with ${status} ${statusText}. Check the address under cost.focus, and its query or headers where it asks who reads it.`,
  );
}
