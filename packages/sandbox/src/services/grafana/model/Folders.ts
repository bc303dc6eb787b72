import type { Collection, Kit } from '../../../kit';
import type { ContentFolder } from '../content';
import { GrafanaError } from '../GrafanaError';
import type { StoredFolder } from './types';
import { checkUid, createUid } from './uids';

/** What a request says of a folder. */
export interface FolderChange {
  uid?: string;
  title?: string;
  version?: number;
  overwrite?: boolean;
}

/** The folders, all at the root. */
export class Folders {
  readonly #kit: Kit;
  readonly #folders: Collection<StoredFolder>;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#folders = kit.store.collection('grafana', 'folders');
  }

  seed(folders: ContentFolder[]): void {
    for (const { uid, title } of folders) this.#put(uid, title, 'admin');
  }

  list(): StoredFolder[] {
    return this.#folders.list();
  }

  find(uid: string | undefined): StoredFolder | undefined {
    return uid === undefined ? undefined : this.#folders.get(uid);
  }

  /** @throws GrafanaError 404 */
  get(uid: string): StoredFolder {
    const folder = this.#folders.get(uid);
    if (!folder) {
      throw GrafanaError.ofKind(404, 'not-found', 'folder not found');
    }
    return folder;
  }

  /** @throws GrafanaError 400, or 409 where there is one of that uid */
  create({ uid, title }: FolderChange, by: string): StoredFolder {
    if (!title?.trim()) {
      throw new GrafanaError(400, 'folder title cannot be empty');
    }
    const id = checkUid(uid || createUid());
    if (this.#folders.get(id)) {
      throw new GrafanaError(
        409,
        'a folder/dashboard with the same uid already exists',
      );
    }
    return this.#put(id, title, by);
  }

  /** @throws GrafanaError 400, 404, or 412 where somebody else has changed it */
  update(uid: string, change: FolderChange, by: string): StoredFolder {
    const folder = this.get(uid);
    if (!change.title?.trim()) {
      throw new GrafanaError(400, 'folder title cannot be empty');
    }
    if (!change.overwrite && change.version !== folder.version) {
      throw GrafanaError.ofKind(
        412,
        'version-mismatch',
        'the folder has been changed by someone else',
      );
    }
    return this.#folders.put(uid, {
      ...folder,
      title: change.title,
      version: folder.version + 1,
      updated: this.#kit.clock.timestamp(),
      updatedBy: by,
    });
  }

  delete(uid: string): void {
    this.#folders.delete(uid);
  }

  #put(uid: string, title: string, by: string): StoredFolder {
    const now = this.#kit.clock.timestamp();
    return this.#folders.put(uid, {
      id: this.#kit.store.nextNumber('grafana', 'ids'),
      uid,
      title,
      version: 1,
      created: now,
      updated: now,
      createdBy: by,
      updatedBy: by,
    });
  }
}
