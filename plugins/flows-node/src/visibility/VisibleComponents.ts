import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Components that somebody may read: all, or these. */
export type Visible = 'all' | ReadonlySet<string>;

const KEPT_MS = 5000;
const MOST_KEPT = 500;
const PAGE = 1000;

/**
 * Knows which components somebody may read. Where the policy says "it depends", the catalog is asked in their
 * name; its answer is kept for 5 seconds and for as long as the policy sets the same conditions.
 */
export class VisibleComponents {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #now: () => Date;
  readonly #kept = new Map<string, { at: number; refs: Promise<Visible> }>();

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#now = options.now;
  }

  async of(credentials: BackstageCredentials): Promise<Visible> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return 'all';
    if (decision.result === AuthorizeResult.DENY) return new Set();
    return this.#remember(
      JSON.stringify([credentials.principal, decision]),
      () => this.#ask(credentials),
    );
  }

  #remember(key: string, ask: () => Promise<Visible>): Promise<Visible> {
    const now = this.#now().getTime();
    const kept = this.#kept.get(key);
    if (kept && now - kept.at < KEPT_MS) return kept.refs;
    for (const [old, { at }] of this.#kept) {
      if (now - at >= KEPT_MS || this.#kept.size >= MOST_KEPT) {
        this.#kept.delete(old);
      }
    }
    const refs = ask();
    this.#kept.set(key, { at: now, refs });
    refs.catch(() => this.#kept.delete(key));
    return refs;
  }

  async #ask(credentials: BackstageCredentials): Promise<Visible> {
    const refs = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'Component' },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        pageSize: PAGE,
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) refs.add(stringifyEntityRef(entity));
    }
    return refs;
  }
}

export function sees(visible: Visible, entityRef: string): boolean {
  return visible === 'all' || visible.has(entityRef);
}
