import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  DeliveryGroup,
  DeliveryOverview,
  DeliveryPeriod,
  DeployedChange,
  EntityDelivery,
} from '@portico/plugin-delivery-common';
import { sees, type VisibleComponents } from '@portico/plugin-flows-node';
import type { DeliveryConfig } from '../config/DeliveryConfig';
import { together, type Facts } from '../figures/Facts';
import { figuresOf, type Unknowns } from '../figures/figuresOf';
import { goldenPathOf } from '../figures/goldenPathOf';
import type { Window } from '../figures/measureOf';
import type { ComponentFacts } from '../store/types';
import { sourcesOf, type Dataset, type Datasets } from './Dataset';
import { createToProduction, onboardingOf } from './flowFigures';
import { changesOf, failuresOf, missingCommitsOf, slowestOf } from './listsOf';

const DAY_MS = 86_400_000;
const NOTHING: Facts = { judged: [], leadTimes: [], outages: [] };

export const GROUPS = ['owner', 'system'] as const;
export type GroupBy = (typeof GROUPS)[number];

interface DeliveryReaderOptions {
  config: DeliveryConfig;
  datasets: Datasets;
  visibility: VisibleComponents;
  now: () => Date;
}

/** Answers from the database, and only what the caller may see: the rest counts nowhere. */
export class DeliveryReader {
  readonly #options: DeliveryReaderOptions;

  constructor(options: DeliveryReaderOptions) {
    this.#options = options;
  }

  async overview(
    { days, by }: { days: number; by: GroupBy },
    credentials: BackstageCredentials,
  ): Promise<DeliveryOverview> {
    const { dataset, components, window } = await this.#look(credentials, days);
    const titles = new Map(components.map(one => [one.entityRef, one]));
    const unknowns = unknownsOf(dataset);
    const facts = factsOf(dataset, components);
    const from = window.now - days * DAY_MS;
    const { measure, waiting } = createToProduction(
      dataset.flows,
      titles,
      dataset.firsts,
      window,
    );
    return {
      ...this.#period(dataset, days),
      figures: figuresOf(facts, window, unknowns),
      groups: groupsOf(components, by, group =>
        figuresOf(factsOf(dataset, group), window, unknowns),
      ),
      missingCommits: missingCommitsOf(
        dataset.deployments.filter(one => titles.has(one.entityRef)),
        from,
      ),
      slowest: slowestOf(facts, from, titles),
      failures: failuresOf(facts, from, titles),
      createToProduction: measure,
      waiting,
      onboarding: onboardingOf(dataset.flows, window),
      goldenPath: goldenPathOf(components),
    };
  }

  /** @throws NotFoundError for what does not run, or the caller may not see */
  async entity(
    entityRef: string,
    days: number,
    credentials: BackstageCredentials,
  ): Promise<EntityDelivery> {
    const { dataset, components, window } = await this.#look(credentials, days);
    const own = ownOf(entityRef, components);
    const facts = factsOf(dataset, [own]);
    const from = window.now - days * DAY_MS;
    return {
      ...this.#period(dataset, days),
      figures: figuresOf(facts, window, unknownsOf(dataset)),
      missingCommits: missingCommitsOf(
        dataset.deployments.filter(one => one.entityRef === entityRef),
        from,
      ),
      failures: failuresOf(facts, from, new Map([[entityRef, own]])),
    };
  }

  /**
   * What reached production when, as far as deployments are kept.
   *
   * @throws NotFoundError for what does not run, or the caller may not see
   */
  async changes(
    entityRef: string,
    range: { from: Date; to: Date },
    credentials: BackstageCredentials,
  ): Promise<DeployedChange[]> {
    const { dataset, components } = await this.#look(credentials, 1);
    return changesOf(factsOf(dataset, [ownOf(entityRef, components)]), range);
  }

  async #look(credentials: BackstageCredentials, days: number) {
    const { datasets, visibility, now } = this.#options;
    const visible = await visibility.of(credentials);
    const dataset = await datasets.current();
    const components = [...dataset.components.values()].filter(
      ({ entityRef }) => sees(visible, entityRef),
    );
    const { since } = dataset;
    const window: Window = {
      now: now().getTime(),
      days,
      ...(since && { since: Date.parse(since) }),
    };
    return { dataset, components, window };
  }

  #period(dataset: Dataset, days: number): DeliveryPeriod {
    const { environment, targets } = this.#options.config;
    const { collectedAt, since, standings } = dataset;
    return {
      ...(collectedAt && { asOf: collectedAt }),
      ...(since && { since }),
      days,
      environment,
      targets,
      sources: sourcesOf(standings),
    };
  }
}

function ownOf(
  entityRef: string,
  components: ComponentFacts[],
): ComponentFacts {
  const own = components.find(one => one.entityRef === entityRef);
  if (own) return own;
  throw new NotFoundError(
    `There are no delivery figures of ${entityRef}: it is not in the catalog, does not run, or is not for you to see.`,
  );
}

function factsOf({ facts }: Dataset, components: ComponentFacts[]): Facts {
  return together(
    components.map(({ entityRef }) => facts.get(entityRef) ?? NOTHING),
  );
}

function unknownsOf({ standings: { health } }: Dataset): Unknowns {
  return health?.answeredAt
    ? {}
    : { health: health?.message ?? 'Health has not been asked yet' };
}

/** Most deployments first. */
function groupsOf(
  components: ComponentFacts[],
  by: GroupBy,
  figures: (group: ComponentFacts[]) => DeliveryGroup['figures'],
): DeliveryGroup[] {
  const groups = new Map<string | undefined, ComponentFacts[]>();
  for (const component of components) {
    const group = groups.get(component[by]);
    if (group) group.push(component);
    else groups.set(component[by], [component]);
  }
  return [...groups]
    .map(([ref, group]) => ({
      ...(ref && { ref }),
      components: group.length,
      figures: figures(group),
    }))
    .sort(
      (a, b) =>
        b.figures.deployments.n - a.figures.deployments.n ||
        (a.ref ?? '~').localeCompare(b.ref ?? '~'),
    );
}
