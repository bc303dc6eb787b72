import type { Collection, Kit } from '../../../kit';
import type { ContentLibraryPanel } from '../content';
import { GrafanaError } from '../GrafanaError';
import type { StoredLibraryPanel } from './types';

/** Panels that dashboards share. They are as they were seeded. */
export class LibraryPanels {
  readonly #kit: Kit;
  readonly #panels: Collection<StoredLibraryPanel>;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#panels = kit.store.collection('grafana', 'libraryPanels');
  }

  seed(panels: ContentLibraryPanel[]): void {
    const now = this.#kit.clock.timestamp();
    for (const panel of panels) {
      this.#panels.put(panel.uid, {
        ...panel,
        id: this.#kit.store.nextNumber('grafana', 'ids'),
        version: 1,
        created: now,
        updated: now,
        createdBy: 'admin',
        updatedBy: 'admin',
      });
    }
  }

  list(): StoredLibraryPanel[] {
    return this.#panels.list();
  }

  /** @throws GrafanaError 404 */
  get(uid: string): StoredLibraryPanel {
    const panel = this.#panels.get(uid);
    if (!panel) {
      throw new GrafanaError(404, 'library element could not be found');
    }
    return panel;
  }
}
