import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { HealthSubject } from '@portico/plugin-health-node';
import { factsOf, hasHealth, type EntityFacts } from './factsOf';

/** A component whose health is looked after. */
export interface Subject extends HealthSubject {
  facts: EntityFacts;
}

const KEPT_MS = 30_000;
const PAGE = 500;

/** The components of the catalog, asked for with the plugin's own rights, not more than twice a minute. */
export class Subjects {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #ignoreTypes: string[];
  readonly #now: () => Date;
  #known?: { at: number; subjects: Promise<Map<string, Subject>> };

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    ignoreTypes: string[];
    now: () => Date;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#ignoreTypes = options.ignoreTypes;
    this.#now = options.now;
  }

  /** By entity reference. */
  all(): Promise<Map<string, Subject>> {
    const now = this.#now().getTime();
    if (this.#known && now - this.#known.at < KEPT_MS) {
      return this.#known.subjects;
    }
    const known = { at: now, subjects: this.#load() };
    this.#known = known;
    known.subjects.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return known.subjects;
  }

  async #load(): Promise<Map<string, Subject>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const pages = this.#catalog.streamEntities(
      { filter: { kind: ['Component', 'System'] }, pageSize: PAGE },
      { credentials },
    );
    const components: Entity[] = [];
    const systems = new Map<string, Entity>();
    for await (const page of pages) {
      for (const entity of page) {
        if (entity.kind === 'System') {
          systems.set(stringifyEntityRef(entity), entity);
        } else if (hasHealth(entity, this.#ignoreTypes)) {
          components.push(entity);
        }
      }
    }
    return new Map(
      components.map(entity => {
        const facts = factsOf(entity, ref => systems.get(ref));
        return [facts.entityRef, { entityRef: facts.entityRef, entity, facts }];
      }),
    );
  }
}
