import {
  GetObjectCommand,
  ListObjectsV2Command,
  S3ServiceException,
  type GetObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { DaySlice } from '@portico/plugin-cost-node';
import { Readable } from 'node:stream';
import type { FocusFile } from '../read/readFocusFile';
import type { FileSource, ListedFile } from './FileSource';

/** Objects of a bucket below a prefix. The client repeats what is throttled. */
export class S3Files implements FileSource {
  readonly name: string;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor(client: S3Client, bucket: string, prefix: string) {
    this.name = `s3://${bucket}/${prefix}`;
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  async list(_slice: DaySlice, signal: AbortSignal): Promise<ListedFile[]> {
    const files: ListedFile[] = [];
    let token: string | undefined;
    do {
      const page = await this.#page(token, signal);
      for (const { Key, ETag, Size, LastModified } of page.Contents ?? []) {
        if (Key === undefined || Size === 0) continue;
        files.push({
          name: `s3://${this.#bucket}/${Key}`,
          path: Key,
          size: Size,
          etag: ETag ?? '',
          modifiedAt: LastModified?.getTime() ?? 0,
        });
      }
      token = page.NextContinuationToken;
    } while (token);
    return files;
  }

  open({ name, path, etag, size }: ListedFile): FocusFile {
    const get = async (signal: AbortSignal, range?: string) => {
      const { Body } = await this.#asked<GetObjectCommandOutput>(
        'read',
        name,
        () =>
          this.#client.send(
            new GetObjectCommand({
              Bucket: this.#bucket,
              Key: path,
              Range: range,
              IfMatch: etag || undefined,
            }),
            { abortSignal: signal },
          ),
      );
      return Body!;
    };
    return {
      name,
      async *read(signal) {
        yield* (await get(signal)) as Readable;
      },
      parts:
        size === undefined
          ? undefined
          : {
              size,
              slice: async (start, end, signal) =>
                (
                  await get(signal, `bytes=${start}-${end - 1}`)
                ).transformToByteArray(),
            },
    };
  }

  #page(token: string | undefined, signal: AbortSignal) {
    return this.#asked('list', this.name, () =>
      this.#client.send(
        new ListObjectsV2Command({
          Bucket: this.#bucket,
          Prefix: this.#prefix,
          ContinuationToken: token,
        }),
        { abortSignal: signal },
      ),
    );
  }

  async #asked<T>(
    what: 'list' | 'read',
    name: string,
    ask: () => Promise<T>,
  ): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error) || error.name === 'AbortError') throw error;
      if (error.name === 'PreconditionFailed') {
        throw new ConflictError(
          `${name} was overwritten while it was read. It is read again with the next collection.`,
        );
      }
      const status =
        error instanceof S3ServiceException
          ? ` (${error.$metadata.httpStatusCode})`
          : '';
      throw new ServiceUnavailableError(
        `S3 would not ${what} ${name}: ${error.name}${status}, ${error.message}. Check cost.focus, and that its key may s3:ListBucket and s3:GetObject there.`,
        error,
      );
    }
  }
}
