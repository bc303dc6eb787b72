import type { Collection, Kit } from '../../../kit';
import type { ContentDashboard } from '../content';
import type { JsonObject } from '../datasources';
import { GrafanaError } from '../GrafanaError';
import { specOf, tagsOf, titleOf } from './spec';
import type { StoredDashboard } from './types';
import { checkUid, createUid } from './uids';

/** A dashboard to be written, whichever API it came by. */
export interface DashboardDraft {
  uid?: string;
  schema: StoredDashboard['schema'];
  json: JsonObject;
  folderUid?: string;
  message?: string;
  by: string;
}

/** The dashboards, classic ones and those of the v2 schema. */
export class Dashboards {
  readonly #kit: Kit;
  readonly #dashboards: Collection<StoredDashboard>;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#dashboards = kit.store.collection('grafana', 'dashboards');
  }

  seed(dashboards: ContentDashboard[]): void {
    for (const { uid, schema, json, folderUid } of dashboards) {
      this.write({ uid, schema, json, folderUid, by: 'admin' });
    }
  }

  list(): StoredDashboard[] {
    return this.#dashboards.list();
  }

  find(uid: string): StoredDashboard | undefined {
    return this.#dashboards.get(uid);
  }

  findById(id: number): StoredDashboard | undefined {
    return this.#dashboards.find(one => one.id === id);
  }

  in(folderUid: string | undefined): StoredDashboard[] {
    return this.#dashboards.filter(one => one.folderUid === folderUid);
  }

  /** @throws GrafanaError 404 */
  get(uid: string): StoredDashboard {
    const dashboard = this.#dashboards.get(uid);
    if (!dashboard) throw new GrafanaError(404, 'Dashboard not found');
    return dashboard;
  }

  /**
   * Makes it, or writes its next version.
   *
   * @throws GrafanaError 400 without a title, or for a uid that Grafana doesn't take
   */
  write(draft: DashboardDraft): StoredDashboard {
    const { schema, json, folderUid, message, by } = draft;
    const title = titleOf(json);
    if (!title) {
      throw GrafanaError.ofKind(
        400,
        'empty-name',
        'Dashboard title cannot be empty',
      );
    }
    const uid = checkUid(draft.uid || createUid());
    const known = this.#dashboards.get(uid);
    const now = this.#kit.clock.timestamp();
    return this.#dashboards.put(uid, {
      id: known?.id ?? this.#kit.store.nextNumber('grafana', 'ids'),
      uid,
      title,
      tags: tagsOf(json),
      folderUid,
      schema,
      json: specOf(json),
      version: (known?.version ?? 0) + 1,
      message,
      created: known?.created ?? now,
      createdBy: known?.createdBy ?? by,
      updated: now,
      updatedBy: by,
    });
  }

  delete(uid: string): void {
    this.#dashboards.delete(uid);
  }
}
