import type { Collection, Kit } from '../../../kit';
import type { Permission } from './types';

/** What a new folder or dashboard grants: https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/#dashboard-permissions */
const DEFAULTS: Permission[] = [
  { role: 'Editor', permission: 2 },
  { role: 'Viewer', permission: 1 },
];

/** Who may do what with folders and dashboards beside admins, who may do everything. It is kept, and nobody is refused by it. */
export class Permissions {
  readonly #granted: Collection<Permission[]>;

  constructor(kit: Kit) {
    this.#granted = kit.store.collection('grafana', 'permissions');
  }

  /** A dashboard in a folder has those of the folder alone until it is given its own. */
  of(kind: 'folder' | 'dashboard', uid: string): Permission[] {
    return this.#granted.get(`${kind}/${uid}`) ?? DEFAULTS;
  }

  isSet(kind: 'folder' | 'dashboard', uid: string): boolean {
    return this.#granted.get(`${kind}/${uid}`) !== undefined;
  }

  set(kind: 'folder' | 'dashboard', uid: string, granted: Permission[]): void {
    this.#granted.put(`${kind}/${uid}`, granted);
  }

  forget(kind: 'folder' | 'dashboard', uid: string): void {
    this.#granted.delete(`${kind}/${uid}`);
  }
}
