import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CostCatalog } from './CostCatalog';
import { costEntityOf, type CostEntity } from './CostEntity';

const KEPT_MS = 60_000;
/** A portal that has just started may be filling its catalog. */
const YOUNG_MS = 300_000;
const KEPT_YOUNG_MS = 10_000;
const PAGE = 500;
const KINDS = ['Component', 'Resource', 'API', 'System', 'Domain', 'Group'];
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/** The catalog, asked for with the plugin's own rights, once a minute at most when the portal has settled. */
export class CostSubjects {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #now: () => Date;
  readonly #began: number;
  #known?: { at: number; catalog: Promise<CostCatalog> };

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    now: () => Date;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#now = options.now;
    this.#began = options.now().getTime();
  }

  /** As of a minute ago at most. */
  catalog(): Promise<CostCatalog> {
    const now = this.#now().getTime();
    const kept = now - this.#began < YOUNG_MS ? KEPT_YOUNG_MS : KEPT_MS;
    if (this.#known && now - this.#known.at < kept) {
      return this.#known.catalog;
    }
    const known = { at: now, catalog: this.#load() };
    this.#known = known;
    known.catalog.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return known.catalog;
  }

  async #load(): Promise<CostCatalog> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const pages = this.#catalog.streamEntities(
      { filter: { kind: KINDS }, fields: FIELDS, pageSize: PAGE },
      { credentials },
    );
    const entities: CostEntity[] = [];
    for await (const page of pages) entities.push(...page.map(costEntityOf));
    return new CostCatalog(entities);
  }
}
