import type {
  AuthService,
  BackstageCredentials,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  explainServiceName,
  type NameAvailability,
} from '@portico/plugin-flows-common';
import { CatalogNames } from './CatalogNames';
import { GithubNames } from './GithubNames';
import type { GithubPlace, NameService } from './NameService';

/** Asks the catalog and GitHub. */
export class DefaultNameService implements NameService {
  static create(options: {
    config: RootConfigService;
    catalog: CatalogService;
    auth: AuthService;
  }): DefaultNameService {
    return new DefaultNameService(
      new CatalogNames(options),
      GithubNames.fromConfig(options.config),
    );
  }

  private constructor(
    private readonly catalog: CatalogNames,
    private readonly github: GithubNames,
  ) {}

  async check(
    name: string,
    options: { credentials: BackstageCredentials; github?: GithubPlace },
  ): Promise<NameAvailability> {
    const reason = explainServiceName(name);
    if (reason) throw new InputError(`'${name}' is not a name. ${reason}`);
    const [catalog, github] = await Promise.all([
      this.catalog.check(name, options.credentials),
      this.github.check(name, options.github),
    ]);
    const taken = [...catalog.taken, ...github.taken];
    return {
      name,
      free: taken.length === 0,
      taken,
      unknown: [...catalog.unknown, ...github.unknown],
    };
  }
}
