import type { DeliverySource } from '@portico/plugin-delivery-common';
import { factsByEntity, type Facts } from '../figures/Facts';
import type { DeliveryStore } from '../store/DeliveryStore';
import type {
  ComponentFacts,
  Deployment,
  Flow,
  Standings,
} from '../store/types';
import { MOST_DAYS } from '../config/DeliveryConfig';

const DAY_MS = 86_400_000;

/** All that answers are computed from. */
export interface Dataset {
  collectedAt?: string;
  /** ISO 8601 of the oldest deployment. */
  since?: string;
  components: Map<string, ComponentFacts>;
  deployments: Deployment[];
  facts: Map<string, Facts>;
  /** By entity reference: the first deployment ever, ISO 8601. */
  firsts: Map<string, string>;
  flows: Flow[];
  standings: Standings;
}

/** Reads the collected once for all who ask, until there is something newer. */
export class Datasets {
  readonly #store: DeliveryStore;
  readonly #now: () => Date;
  #kept?: { collectedAt?: string; dataset: Promise<Dataset> };

  constructor(options: { store: DeliveryStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  async current(): Promise<Dataset> {
    const collectedAt = await this.#store.collectedAt();
    if (this.#kept && collectedAt && this.#kept.collectedAt === collectedAt) {
      return this.#kept.dataset;
    }
    const dataset = this.#load(collectedAt);
    this.#kept = { collectedAt, dataset };
    dataset.catch(() => {
      this.#kept = undefined;
    });
    return dataset;
  }

  async #load(collectedAt?: string): Promise<Dataset> {
    const store = this.#store;
    const now = this.#now().getTime();
    const from = new Date(now - 2 * MOST_DAYS * DAY_MS).toISOString();
    const components = await store.components();
    const deployments = await store.deployments.since(from);
    const changes = await store.changes.since(from);
    const periods = await store.periodsAfter(from);
    const since = await store.deployments.oldest();
    return {
      ...(collectedAt && { collectedAt }),
      ...(since && { since }),
      components: new Map(components.map(one => [one.entityRef, one])),
      deployments,
      facts: factsByEntity({ deployments, changes, periods }, now),
      firsts: await store.deployments.firsts(),
      flows: await store.flows(),
      standings: await store.standings(),
    };
  }
}

const SOURCES: Pick<DeliverySource, 'id' | 'title' | 'path'>[] = [
  { id: 'argocd', title: 'Argo CD', path: '/sources#argocd' },
  { id: 'github', title: 'GitHub', path: '/sources#github' },
  { id: 'health', title: 'Health', path: '/health' },
  { id: 'flows', title: 'Flows' },
];

/** What each source said last. */
export function sourcesOf(standings: Standings): DeliverySource[] {
  return SOURCES.map(source => {
    const { answeredAt, silent = true, message } = standings[source.id] ?? {};
    const spoke = message ? 'partly' : 'answered';
    return {
      ...source,
      state: silent ? 'silent' : spoke,
      ...(answeredAt && { answeredAt }),
      ...(message && { message }),
    };
  });
}
