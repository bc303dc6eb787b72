/** An object of a bucket. */
export interface StoredObject {
  key: string;
  /** In bytes. */
  size: number;
  /** Without quotes. */
  etag: string;
  lastModified: Date;
  contentType: string;
  body: Buffer;
}

/** A bucket that nobody writes to by S3. Its objects are made when they are asked for. */
export interface Bucket {
  readonly name: string;
  /** Keys that begin so, ascending. */
  keys(prefix: string): string[];
  find(key: string): StoredObject | undefined;
}
