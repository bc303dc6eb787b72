import type { DaySlice } from '@portico/plugin-cost-node';
import type { FocusFile } from '../read/readFocusFile';

/** A file as a listing shows it. */
export interface ListedFile {
  /** As messages name it, e.g. `s3://bills/focus/2026-11/part-1.csv`. */
  name: string;
  /** Below its bucket, folder or host, with slashes. */
  path: string;
  /** In bytes; undefined where the source does not say. */
  size?: number;
  /** Another one where its bytes are others. */
  etag: string;
  /** Milliseconds since 1970. */
  modifiedAt: number;
}

/** Where the files of a bill are. */
export interface FileSource {
  /** As messages name it, e.g. `s3://bills/focus/`. */
  readonly name: string;
  /**
   * All files, or those that could hold something of a slice.
   *
   * @throws InputError, ServiceUnavailableError that say what was asked and what to do
   */
  list(slice: DaySlice, signal: AbortSignal): Promise<ListedFile[]>;
  /** Opens it as it was listed: reading fails where it has changed since. */
  open(file: ListedFile): FocusFile;
}
