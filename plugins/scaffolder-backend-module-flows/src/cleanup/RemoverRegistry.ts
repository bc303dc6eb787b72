import type {
  FlowCleanupExtensionPoint,
  Remover,
} from '@portico/plugin-flows-node';

/** The removers that modules registered, by id. */
export class RemoverRegistry implements FlowCleanupExtensionPoint {
  readonly #removers = new Map<string, Remover>();

  addRemovers(...removers: Remover[]): void {
    for (const remover of removers) {
      if (this.#removers.has(remover.id)) {
        throw new Error(`There are two removers '${remover.id}'.`);
      }
      this.#removers.set(remover.id, remover);
    }
  }

  get(id: string): Remover | undefined {
    return this.#removers.get(id);
  }
}
