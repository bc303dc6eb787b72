import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { DaySlice } from '@portico/plugin-cost-node';
import { monthsOf } from '../plan/months';
import type { FocusFile } from '../read/readFocusFile';
import type { FileSource, ListedFile } from './FileSource';

const MONTH = '{month}';

/** One file behind an address, or one of each month (`https://bills.example/{month}.csv.gz`). */
export class HttpsFiles implements FileSource {
  readonly name: string;
  readonly #secrets: { query?: string; headers?: Record<string, string> };

  /** @param secrets sent with each request and shown to nobody: what signs the address, or says who asks */
  constructor(
    name: string,
    secrets: { query?: string; headers?: Record<string, string> } = {},
  ) {
    this.name = name;
    this.#secrets = secrets;
  }

  async list(slice: DaySlice, signal: AbortSignal): Promise<ListedFile[]> {
    const names = this.name.includes(MONTH)
      ? monthsOf(slice).map(month => this.name.replaceAll(MONTH, month))
      : [this.name];
    const files: ListedFile[] = [];
    for (const name of names) {
      const response = await this.#ask('HEAD', name, {}, signal);
      if (response.status === 404 && names.length > 1) continue;
      if (response.status === 404 && name !== this.name) continue;
      refuse(name, response);
      const { headers } = response;
      const length = headers.get('content-length');
      const modified = headers.get('last-modified') ?? '';
      files.push({
        name,
        path: new URL(name).pathname.replace(/^\//, ''),
        size:
          headers.get('accept-ranges') === 'bytes' && length
            ? Number(length)
            : undefined,
        etag: headers.get('etag') ?? `${length}-${modified}`,
        modifiedAt: Date.parse(modified) || 0,
      });
    }
    return files;
  }

  open({ name, etag, size }: ListedFile): FocusFile {
    const get = async (signal: AbortSignal, headers = {}) => {
      const response = await this.#ask('GET', name, headers, signal);
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

  async #ask(
    method: string,
    name: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Response> {
    const { query, headers: own } = this.#secrets;
    try {
      return await fetch(query ? `${name}?${query}` : name, {
        method,
        // Packed once more on the way, it would have another length.
        headers: {
          'accept-encoding': 'identity',
          'user-agent': 'Portico',
          ...own,
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

function refuse(name: string, { ok, status, statusText }: Response): void {
  if (ok) return;
  throw new ServiceUnavailableError(
    `${name} was answered with ${status} ${statusText}. Check the address under cost.focus, and its query or headers where it asks who reads it.`,
  );
}
