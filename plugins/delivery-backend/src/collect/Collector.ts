import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SourceReports } from '@portico/plugin-sources-node';
import type { DeliveryStore } from '../store/DeliveryStore';
import type { Standing, Standings } from '../store/types';
import { componentsOf, type Counted } from './componentsOf';
import type { Outcome, Step } from './Step';

const PAGE = 500;

interface CollectorOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  reports: SourceReports;
  store: DeliveryStore;
  ignoreTypes: string[];
  now: () => Date;
}

/** Collects everything that figures rest on. A source that is silent leaves what is known of it as it is. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #steps: Step[] = [];
  #components: Counted[] = [];

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /** Those that the catalog had when this collection began. */
  readonly components = (): Counted[] => this.#components;

  add(step: Step): void {
    this.#steps.push(step);
  }

  async collect(signal: AbortSignal): Promise<void> {
    const { store, ignoreTypes, now } = this.#options;
    this.#components = componentsOf(await this.#entities(), ignoreTypes);
    await store.replaceComponents(this.#components.map(({ facts }) => facts));
    const standings: Standings = await store.standings();
    for (const step of this.#steps) {
      signal.throwIfAborted();
      standings[step.source] = {
        ...standings[step.source],
        ...(await this.#run(step, signal)),
      };
    }
    await store.noteCollected(now().toISOString(), standings);
  }

  async #run(step: Step, signal: AbortSignal): Promise<Standing> {
    const { logger, now } = this.#options;
    const at = now();
    try {
      const outcome = await step.run(signal);
      this.#report(step, at, outcome);
      const { message } = outcome;
      return { answeredAt: at.toISOString(), silent: false, message };
    } catch (error) {
      signal.throwIfAborted();
      const { message } = error as Error;
      logger.warn(`Delivery learned nothing from ${step.source}: ${message}`);
      this.#report(step, at, { asked: 1, answered: 0, message });
      return { silent: true, message };
    }
  }

  /** Health and flows are the portal's own. */
  #report({ source }: Step, at: Date, outcome: Outcome): void {
    if (source === 'health' || source === 'flows') return;
    this.#options.reports.report({
      source,
      by: 'delivery',
      at,
      ok: outcome.answered > 0 || outcome.asked === 0,
      ...outcome,
    });
  }

  async #entities(): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const pages = catalog.streamEntities(
      { filter: { kind: ['Component', 'Template'] }, pageSize: PAGE },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const entities: Entity[] = [];
    for await (const page of pages) entities.push(...page);
    return entities;
  }
}
