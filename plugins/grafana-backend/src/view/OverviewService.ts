import type { OverviewChoice } from '@portico/plugin-grafana-common';
import type { GrafanaInstances } from '@portico/plugin-grafana-node';
import type { Discovered } from '../discovery/EntityDashboards';
import type { DashboardModel } from '../reading/DashboardModel';
import type { Dashboards } from '../reading/Dashboards';
import { drawnAs } from './drawnAs';

const PANELS = 2;

/** Chooses the panels of an entity's overview: as its annotations say, or the first two of its first dashboard. */
export class OverviewService {
  readonly #dashboards: Dashboards;
  readonly #instances: GrafanaInstances;

  constructor(options: {
    dashboards: Dashboards;
    instances: GrafanaInstances;
  }) {
    this.#dashboards = options.dashboards;
    this.#instances = options.instances;
  }

  /** Undefined where there is nothing to show, or the dashboard can't be read: its own page says why. */
  async choose(
    { items, overview = items[0], panelIds }: Discovered,
    signal: AbortSignal,
  ): Promise<OverviewChoice | undefined> {
    if (!overview) return undefined;
    const { instance, uid } = overview;
    if (panelIds.length) return { instance, uid, panelIds };
    try {
      const client = this.#instances.client(instance);
      const { model } = await this.#dashboards.read(client, uid, signal);
      const first = firstDrawn(model);
      return first.length ? { instance, uid, panelIds: first } : undefined;
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }
}

function firstDrawn({ sections }: DashboardModel): number[] {
  const panels = sections.flatMap(section => section.panels);
  const drawn = panels.filter(
    ({ type, problem }) =>
      !problem && type !== 'text' && drawnAs(type, false).drawn === 'native',
  );
  return drawn.slice(0, PANELS).map(({ id }) => id);
}
