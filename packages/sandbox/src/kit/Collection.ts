/** A set of JSON documents by id. Reads come from memory, each write goes to disk before it returns. */
export interface Collection<T> {
  get(id: string): T | undefined;
  /** Writes the document whole and returns it. */
  put(id: string, value: T): T;
  /** Changes a document that exists; throws if it does not. */
  update(id: string, change: (value: T) => T): T;
  delete(id: string): boolean;
  /** All documents in the order in which their ids were first written. */
  list(): T[];
  entries(): [id: string, value: T][];
  find(predicate: (value: T) => boolean): T | undefined;
  filter(predicate: (value: T) => boolean): T[];
  readonly size: number;
}
