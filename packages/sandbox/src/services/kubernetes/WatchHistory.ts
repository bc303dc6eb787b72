import type { Change, ObjectStore } from './objects/ObjectStore';

const KEPT = 2_000;

/** The latest changes, for watches that begin a little in the past. */
export class WatchHistory {
  readonly #objects: ObjectStore;
  #changes: Change[] = [];
  /** Changes up to this version are not known any more. */
  #since: number;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#since = Number(objects.resourceVersion);
    objects.onChange(change => {
      this.#changes.push(change);
      if (this.#changes.length > KEPT) {
        const dropped = this.#changes.shift();
        this.#since = Number(dropped?.object.metadata.resourceVersion);
      }
    });
  }

  /** What changed after a version; `undefined` if that is too long ago. */
  after(resourceVersion: number): Change[] | undefined {
    if (resourceVersion < this.#since) return undefined;
    return this.#changes.filter(
      change =>
        Number(change.object.metadata.resourceVersion) > resourceVersion,
    );
  }

  clear(): void {
    this.#changes = [];
    this.#since = Number(this.#objects.resourceVersion);
  }
}
