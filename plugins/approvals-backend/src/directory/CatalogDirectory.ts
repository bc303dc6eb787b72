import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Directory, EntityFacts, PersonFacts } from './Directory';

const TIER = 'portico/tier';
const BUDGET = 'portico/cost-budget';

/** Asks the catalog, with the plugin's own rights. */
export class CatalogDirectory implements Directory {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  async entity(ref: string): Promise<EntityFacts | undefined> {
    const entity = (await this.#byRefs([ref])).get(ref);
    if (!entity) return undefined;
    const annotations = entity.metadata.annotations ?? {};
    const budget = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(
      annotations[BUDGET]?.trim() ?? '',
    );
    return {
      owners: related(entity, RELATION_OWNED_BY),
      kind: entity.kind.toLowerCase(),
      tier: annotations[TIER] ?? 'standard',
      tags: entity.metadata.tags ?? [],
      ...(budget ? { budget: { amount: budget[1], currency: budget[2] } } : {}),
    };
  }

  async membersOf(refs: string[]): Promise<Map<string, string[]>> {
    const entities = await this.#byRefs(refs);
    return new Map(
      refs.map(ref => {
        const entity = entities.get(ref);
        if (!entity) return [ref, []];
        return entity.kind === 'User'
          ? [ref, [ref]]
          : [ref, related(entity, RELATION_HAS_MEMBER)];
      }),
    );
  }

  async groupsOf(user: string): Promise<string[]> {
    const entity = (await this.#byRefs([user])).get(user);
    return entity ? [user, ...related(entity, RELATION_MEMBER_OF)] : [];
  }

  async people(users: string[]): Promise<Map<string, PersonFacts>> {
    const entities = await this.#byRefs(users);
    const groups = await this.#byRefs(
      [...entities.values()].flatMap(user => related(user, RELATION_MEMBER_OF)),
    );
    return new Map(
      [...entities].map(([ref, user]) => {
        const memberOf = related(user, RELATION_MEMBER_OF);
        const team = memberOf.find(
          group => groups.get(group)?.spec?.type === 'team',
        );
        const { email } = profileOf(user);
        return [ref, { name: nameOf(user), ...(email ? { email } : {}), team }];
      }),
    );
  }

  async names(refs: string[]): Promise<Record<string, string>> {
    const entities = await this.#byRefs(refs);
    return Object.fromEntries(
      refs.map(ref => {
        const entity = entities.get(ref);
        return [ref, entity ? nameOf(entity) : parseEntityRef(ref).name];
      }),
    );
  }

  async #byRefs(refs: string[]): Promise<Map<string, Entity>> {
    const entityRefs = [...new Set(refs)];
    if (!entityRefs.length) return new Map();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Map(
      items.flatMap((entity, index) =>
        entity ? [[entityRefs[index], entity]] : [],
      ),
    );
  }
}

function related(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

function profileOf(entity: Entity): { displayName?: string; email?: string } {
  return (entity.spec?.profile ?? {}) as {
    displayName?: string;
    email?: string;
  };
}

function nameOf(entity: Entity): string {
  return (
    profileOf(entity).displayName ??
    entity.metadata.title ??
    entity.metadata.name
  );
}
