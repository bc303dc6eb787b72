import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  DASHBOARD_SELECTOR,
  HOST_ID,
  SOURCE_ID,
  type DashboardSummary,
  type InstanceFailure,
} from '@portico/plugin-grafana-common';
import {
  GrafanaProblem,
  type GrafanaClient,
  type GrafanaInstances,
} from '@portico/plugin-grafana-node';
import {
  DashboardIndex,
  type IndexedDashboard,
  type OnListed,
} from './DashboardIndex';
import { readOverview, type OverviewWish } from './readOverview';
import { Selector } from './Selector';

/** What belongs to an entity, as far as the instances told. */
export interface Discovered {
  items: DashboardSummary[];
  selector: string;
  failures: InstanceFailure[];
  /** The oldest of the lists that were looked at. */
  asOf: Date;
  /** The overview's dashboard, where there is one of its name. */
  overview?: { instance: string; uid: string };
  /** As the annotations say. */
  panelIds: number[];
}

/** A list older than this is asked for again before a dashboard is said not to be there. */
const FRESH_MS = 3000;

/** Knows which dashboards are an entity's. */
export class EntityDashboards {
  readonly #instances: GrafanaInstances;
  readonly #indexes: DashboardIndex[];
  readonly #now: () => Date;

  constructor(options: {
    instances: GrafanaInstances;
    now: () => Date;
    onListed?: OnListed;
  }) {
    this.#instances = options.instances;
    this.#now = options.now;
    this.#indexes = options.instances
      .clients()
      .map(client => new DashboardIndex({ ...options, client }));
  }

  /** True where no Grafana is configured. */
  get unconfigured(): boolean {
    return this.#indexes.length === 0;
  }

  /** @throws InputError for a selector that can't be understood */
  async of(entity: Entity, youngerThanMs?: number): Promise<Discovered> {
    const { selector, because } = selectorOf(entity);
    const { indexes, failures } = this.#indexesOf(entity);
    const wish = readOverview(entity, this.#instances.list());
    const listings = await Promise.all(
      indexes.map(async index => ({
        index,
        listing: await index.list(youngerThanMs),
      })),
    );
    const items: DashboardSummary[] = [];
    const overview = chooseOverview(
      wish,
      listings.flatMap(({ listing }) => listing.items),
    );
    for (const { listing } of listings) {
      if (listing.failure) failures.push(withAge(listing.failure, listing.at));
      for (const dashboard of listing.items) {
        if (selector.matches(dashboard)) {
          items.push(summaryOf(dashboard, because));
        } else if (dashboard === overview) {
          items.push(summaryOf(dashboard, 'overview'));
        }
      }
    }
    failures.push(...missingOverview(wish, overview, listings.length));
    const ages = listings.flatMap(({ listing }) => listing.at ?? []);
    return {
      items,
      selector: selector.text,
      failures,
      asOf: ages.length
        ? new Date(Math.min(...ages.map(at => at.getTime())))
        : this.#now(),
      overview: overview && { instance: overview.instance, uid: overview.uid },
      panelIds: wish.panelIds,
    };
  }

  /**
   * One of the entity's dashboards, and whom to ask for it.
   *
   * @throws GrafanaProblem `DashboardNotFoundError` if it is none of the entity's; what the instance threw if it
   *   never told which there are
   */
  async find(
    entity: Entity,
    instance: string,
    uid: string,
  ): Promise<{ client: GrafanaClient; summary: DashboardSummary }> {
    const sought = ({ items }: Discovered) =>
      items.find(it => it.instance === instance && it.uid === uid);
    const summary =
      sought(await this.of(entity)) ?? sought(await this.of(entity, FRESH_MS));
    const index = this.#indexes.find(
      it => it.client.instance.name === instance,
    );
    if (summary && index) return { client: index.client, summary };
    const { error, at } = (await index?.list()) ?? {};
    if (error && !at) throw error;
    const { selector } = selectorOf(entity);
    throw new GrafanaProblem(
      'DashboardNotFoundError',
      `Dashboard '${uid}' of Grafana '${instance}' is none of ${stringifyEntityRef(
        entity,
      )}: it is not there any more, or ${DASHBOARD_SELECTOR} (${
        selector.text
      }) does not choose it.`,
    );
  }

  #indexesOf(entity: Entity): {
    indexes: DashboardIndex[];
    failures: InstanceFailure[];
  } {
    const { annotations = {} } = entity.metadata;
    const annotation = [HOST_ID, SOURCE_ID].find(it => annotations[it]);
    if (!annotation || this.unconfigured) {
      return { indexes: this.#indexes, failures: [] };
    }
    const name = annotations[annotation];
    const indexes = this.#indexes.filter(
      ({ client }) => client.instance.name === name,
    );
    const known = this.#indexes.map(({ client }) => client.instance.name);
    return {
      indexes,
      failures: indexes.length
        ? []
        : [
            {
              instance: name,
              problem: 'DashboardNotFoundError',
              message: `The annotation ${annotation} names the Grafana '${name}', which is not configured. There is: ${known.join(
                ', ',
              )}.`,
            },
          ],
    };
  }
}

/** @throws InputError */
function selectorOf(entity: Entity): {
  selector: Selector;
  because: 'selector' | 'name';
} {
  const text = entity.metadata.annotations?.[DASHBOARD_SELECTOR]?.trim();
  return text
    ? { selector: Selector.parse(text), because: 'selector' }
    : { selector: Selector.ofTag(entity.metadata.name), because: 'name' };
}

function chooseOverview(
  { dashboard }: OverviewWish,
  items: IndexedDashboard[],
): IndexedDashboard | undefined {
  if (!dashboard || dashboard.foreign) return undefined;
  const { uid, instance } = dashboard;
  return items.find(
    it => it.uid === uid && (!instance || it.instance === instance),
  );
}

function missingOverview(
  { dashboard }: OverviewWish,
  found: IndexedDashboard | undefined,
  asked: number,
): InstanceFailure[] {
  if (!dashboard || found || asked === 0) return [];
  const { uid, instance = '', foreign } = dashboard;
  return [
    {
      instance: foreign ?? instance,
      problem: 'DashboardNotFoundError',
      message: foreign
        ? `The annotation grafana/overview-dashboard points to ${foreign}, which is the address of no configured Grafana.`
        : `The annotation grafana/overview-dashboard names the dashboard '${uid}', which Grafana does not know, or does not show to Portico.`,
    },
  ];
}

function withAge(failure: InstanceFailure, at?: Date): InstanceFailure {
  return at
    ? {
        ...failure,
        message: `${failure.message} Its dashboards are those of ${minute(
          at,
        )}.`,
      }
    : failure;
}

function summaryOf(
  dashboard: IndexedDashboard,
  because: DashboardSummary['because'],
): DashboardSummary {
  const { instance, uid, title, tags, url, folderUid, folderTitle } = dashboard;
  return {
    instance,
    uid,
    title,
    ...(folderUid ? { folder: { uid: folderUid, title: folderTitle } } : {}),
    tags: [...tags],
    url,
    because,
  };
}

/** e.g. `2026-11-21 14:00 UTC`. */
function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
