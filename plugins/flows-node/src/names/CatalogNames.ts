import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SourceAnswer } from './NameService';

function describe(entity: Entity): SourceAnswer['taken'][number] {
  const { metadata, spec } = entity;
  const namespace = metadata.namespace ?? 'default';
  const owner = typeof spec?.owner === 'string' ? spec.owner : undefined;
  return {
    where: 'catalog',
    message: `A component of this name is in the catalog${
      owner ? `, owned by ${owner.replace(/^.*[:/]/, '')}` : ''
    }.`,
    url: `/catalog/${namespace}/component/${metadata.name}`,
  };
}

/** Looks for a name in the catalog. */
export class CatalogNames {
  constructor(
    private readonly deps: { catalog: CatalogService; auth: AuthService },
  ) {}

  /**
   * Components of that name; an API or a resource may share it, since names count by kind. Looks with
   * the portal's own eyes, since a name is taken for everyone; what the caller may not read is told
   * without details.
   */
  async check(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<SourceAnswer> {
    try {
      const all = await this.find(
        name,
        await this.deps.auth.getOwnServiceCredentials(),
      );
      if (all.length === 0) return { taken: [], unknown: [] };
      const readable = new Map(
        (await this.find(name, credentials)).map(entity => [
          stringifyEntityRef(entity),
          entity,
        ]),
      );
      const taken = all.flatMap(entity => {
        const visible = readable.get(stringifyEntityRef(entity));
        return visible ? [describe(visible)] : [];
      });
      if (taken.length === 0) {
        const message =
          'Something that you may not see in the catalog has this name.';
        taken.push({ where: 'catalog', message });
      }
      return { taken, unknown: [] };
    } catch (error) {
      const reason = `the catalog answered: ${(error as Error).message}`;
      return { taken: [], unknown: [{ where: 'catalog', reason }] };
    }
  }

  private async find(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const { items } = await this.deps.catalog.queryEntities(
      {
        filter: { 'metadata.name': name, kind: 'component' },
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'spec.owner'],
        limit: 20,
      },
      { credentials },
    );
    return items;
  }
}
