import type { JsonObject } from '@backstage/types';
import type { Call } from './Call';
import type { GrafanaHttp } from './GrafanaHttp';
import type { Folder, FolderPermission, Team } from './types';

/** Saving may take a while where its search is updated with it. */
const TIMEOUT_MS = 30_000;

/**
 * What Portico makes in a Grafana: folders and dashboards. All of it is repeated where Grafana does not answer, and what
 * has come into being meanwhile is a ConflictError then: look what is there.
 */
export class GrafanaContent {
  readonly #http: GrafanaHttp;

  constructor(http: GrafanaHttp) {
    this.#http = http;
  }

  /** @throws ConflictError where there is one of that uid or title */
  async createFolder(
    folder: { title: string; uid: string },
    call: Call = {},
  ): Promise<Folder> {
    return this.#send('POST', '/api/folders', folder, call);
  }

  /** With all that is in it. @throws NotFoundError */
  async deleteFolder(uid: string, call: Call = {}): Promise<void> {
    await this.#send('DELETE', `/api/folders/${part(uid)}`, undefined, call);
  }

  async folderPermissions(
    uid: string,
    call: Call = {},
  ): Promise<FolderPermission[]> {
    return this.#send(
      'GET',
      `/api/folders/${part(uid)}/permissions`,
      undefined,
      call,
    );
  }

  /** Replaces them all. */
  async setFolderPermissions(
    uid: string,
    items: FolderPermission[],
    call: Call = {},
  ): Promise<void> {
    const path = `/api/folders/${part(uid)}/permissions`;
    await this.#send('POST', path, { items }, call);
  }

  /** The team of exactly that name; undefined if there is none. */
  async team(name: string, call: Call = {}): Promise<Team | undefined> {
    const query = new URLSearchParams({ name });
    const { teams } = await this.#http.request<{ teams: Team[] }>({
      method: 'GET',
      path: '/api/teams/search',
      query,
      repeatable: true,
      ...call,
    });
    return teams.find(team => team.name === name);
  }

  /**
   * Makes a dashboard, or saves another version of it: `POST /api/dashboards/db`.
   *
   * @param save.dashboard with its `uid`, and the `version` that it was read with, if it was
   * @throws ConflictError where that is not the current one any more, or the uid or the title in that folder is taken
   */
  async saveDashboard(
    save: { dashboard: JsonObject; folderUid?: string; message?: string },
    call: Call = {},
  ): Promise<{ uid: string; url: string; version: number }> {
    return this.#send('POST', '/api/dashboards/db', save, call);
  }

  /** @throws NotFoundError */
  async deleteDashboard(uid: string, call: Call = {}): Promise<void> {
    const path = `/api/dashboards/uid/${part(uid)}`;
    await this.#send('DELETE', path, undefined, call);
  }

  async #send<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body: unknown,
    call: Call,
  ): Promise<T> {
    return this.#http.request({
      method,
      path,
      body,
      repeatable: true,
      timeoutMs: TIMEOUT_MS,
      ...call,
    });
  }
}

function part(text: string): string {
  return encodeURIComponent(text);
}
