import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { OktaOrgConfig } from './config';
import type { OktaDirectory } from './OktaDirectory';
import { toEntities } from './toEntities';

/** Keeps the catalog's users and groups as they are in one Okta organisation. */
export class OktaEntityProvider implements EntityProvider {
  readonly #config: OktaOrgConfig;
  readonly #directory: OktaDirectory;
  readonly #logger: LoggerService;
  readonly #runner: SchedulerServiceTaskRunner;
  #connection?: EntityProviderConnection;

  constructor(options: {
    config: OktaOrgConfig;
    directory: OktaDirectory;
    logger: LoggerService;
    runner: SchedulerServiceTaskRunner;
  }) {
    this.#config = options.config;
    this.#directory = options.directory;
    this.#logger = options.logger.child({ okta: options.config.id });
    this.#runner = options.runner;
  }

  getProviderName(): string {
    return `okta-org:${this.#config.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#runner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: () => this.refresh(),
    });
  }

  /**
   * Reads the organisation and replaces what it gave before. Should a read fail, it throws and
   * the catalog keeps what it has, so that an unreachable Okta never empties the organisation.
   */
  async refresh(): Promise<void> {
    if (!this.#connection) {
      throw new Error(`${this.getProviderName()} is not connected yet`);
    }
    const { id, orgUrl } = this.#config;
    const [users, groups] = await Promise.all([
      this.#directory.readUsers(),
      this.#directory.readGroups(),
    ]).catch(error => {
      throw new Error(
        `Users and groups of ${orgUrl} could not be read, so the catalog keeps those it has: ${error.message} If Okta refuses the token, set a valid one under catalog.providers.okta.${id}.token.`,
        { cause: error },
      );
    });
    const { entities, clashes } = toEntities(this.#config, users, groups);
    for (const { name, kept, leftOut } of clashes) {
      this.#logger.warn(
        `Two of Okta's names give the entity name '${name}': kept '${kept}', left out '${leftOut}'. Rename one of them in Okta.`,
      );
    }
    const locationKey = this.getProviderName();
    await this.#connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey })),
    });
    this.#logger.info(
      `Read ${users.length} users and ${groups.length} groups from ${
        this.#config.orgUrl
      }`,
    );
  }
}
