import type {
  Dashboard,
  GrafanaClient,
  LibraryPanel,
} from '@portico/plugin-grafana-node';
import { SharedRequests } from '@portico/plugin-upstream-node';
import type { DashboardModel } from './DashboardModel';
import { fillLibraryPanels } from './fillLibraryPanels';
import { readClassic } from './readClassic';
import { readV2 } from './readV2';

/** A dashboard, and when it was read. */
export interface ReadDashboard {
  model: DashboardModel;
  at: Date;
}

const KEPT_SECONDS = 30;
const LIBRARY_KEPT_SECONDS = 60;
const MOST_BYTES = 20_000_000;

/** Reads dashboards, library panels filled in: each once in half a minute, however many look at it. */
export class Dashboards {
  readonly #dashboards: SharedRequests<ReadDashboard>;
  readonly #library: SharedRequests<LibraryPanel>;
  readonly #now: () => Date;

  constructor({ now }: { now: () => Date }) {
    this.#now = now;
    const limits = { atOnce: 10, mostWaiting: 500, now };
    this.#dashboards = new SharedRequests({
      ...limits,
      keptSeconds: KEPT_SECONDS,
    });
    this.#library = new SharedRequests({
      ...limits,
      keptSeconds: LIBRARY_KEPT_SECONDS,
    });
  }

  /** @throws GrafanaProblem `DashboardNotFoundError`, or what Grafana's silence means */
  read(
    client: GrafanaClient,
    uid: string,
    signal: AbortSignal,
  ): Promise<ReadDashboard> {
    const { name } = client.instance;
    return this.#dashboards.ask(`${name} ${uid}`, signal, async upstream => {
      const model = readModel(
        await client.dashboard(uid, {
          signal: upstream,
          mostBytes: MOST_BYTES,
        }),
      );
      const at = this.#now();
      const filled = await fillLibraryPanels(model, library =>
        this.#library.ask(`${name} ${library}`, upstream, inner =>
          client.libraryPanel(library, { signal: inner }),
        ),
      );
      return { model: filled, at };
    });
  }
}

function readModel(dashboard: Dashboard): DashboardModel {
  return dashboard.schema === 'v2' ? readV2(dashboard) : readClassic(dashboard);
}
