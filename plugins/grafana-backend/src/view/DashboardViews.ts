import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  DashboardSummary,
  VariableOption,
} from '@portico/plugin-grafana-common';
import {
  GrafanaProblem,
  type GrafanaClient,
} from '@portico/plugin-grafana-node';
import type { Dashboards } from '../reading/Dashboards';
import type { Inventory } from '../reading/Inventory';
import { builtInsOf } from '../variables/builtIns';
import { presetsOf, type PresetTemplates } from '../variables/presets';
import type { Requested, Variables } from '../variables/Variables';
import type { VariableContext } from '../variables/VariableContext';
import { valuesOf } from '../variables/WorkedOut';
import { MOST_OPTIONS } from './describeDashboard';
import { layOut } from './layOut';
import type { OpenDashboard } from './OpenDashboard';
import { ownTime, readRange } from './readRange';

/** What is asked for of a dashboard that is known to be the entity's. */
export interface ViewRequest {
  entity: Entity;
  client: GrafanaClient;
  summary: DashboardSummary;
  /** Grafana's expressions; the dashboard's own time if absent. */
  from?: string;
  to?: string;
  values: Requested;
  signal: AbortSignal;
}

/** Opens dashboards for a range and for chosen values. */
export class DashboardViews {
  readonly #dashboards: Dashboards;
  readonly #inventory: Inventory;
  readonly #variables: Variables;
  readonly #presets: PresetTemplates;
  readonly #rangeDays: number;
  readonly #now: () => Date;

  constructor(options: {
    dashboards: Dashboards;
    inventory: Inventory;
    variables: Variables;
    presets: PresetTemplates;
    rangeDays: number;
    now: () => Date;
  }) {
    this.#dashboards = options.dashboards;
    this.#inventory = options.inventory;
    this.#variables = options.variables;
    this.#presets = options.presets;
    this.#rangeDays = options.rangeDays;
    this.#now = options.now;
  }

  /** @throws GrafanaProblem `RangeRefusedError`, `ValueRefusedError`, or why the dashboard can't be read */
  async open(request: ViewRequest): Promise<OpenDashboard> {
    const { entity, client, summary, signal } = request;
    const now = this.#now();
    const limits = { now, rangeDays: this.#rangeDays };
    const { from, to } = request;
    // What is refused for its range alone is refused before anything is read.
    if (from && to) readRange({ from, to }, limits);
    const [{ model, at }, inventory] = await Promise.all([
      this.#dashboards.read(client, summary.uid, signal),
      this.#inventory.of(client, signal),
    ]);
    const time = ownTime(model.time, limits);
    const range = readRange(
      { from: from ?? time.from, to: to ?? time.to },
      limits,
    );
    const context: VariableContext = {
      client,
      inventory,
      range,
      signal,
      builtIns: builtInsOf({
        range,
        dashboard: model,
        orgId: client.instance.orgId,
      }),
    };
    const variables = await this.#variables.resolve(
      model.variables,
      {
        requested: request.values,
        presets: presetsOf(entity, this.#presets),
      },
      context,
    );
    const values = valuesOf(variables);
    return {
      entityRef: stringifyEntityRef(entity),
      client,
      summary,
      model,
      at,
      now,
      time,
      range,
      inventory,
      context,
      variables,
      values,
      placed: layOut(model, values),
    };
  }

  /**
   * Options of a long list, or values of one key of an `adhoc` variable.
   *
   * @throws GrafanaProblem `ValueRefusedError` for what is no variable
   */
  async options(
    open: OpenDashboard,
    name: string,
    wanted: { key?: string; search?: string },
  ): Promise<VariableOption[]> {
    const worked = open.variables.find(
      ({ variable }) => variable.name === name,
    );
    if (!worked) {
      throw new GrafanaProblem(
        'ValueRefusedError',
        `The dashboard '${open.model.title}' has no variable '${name}'.`,
      );
    }
    const { key, search = '' } = wanted;
    const options =
      key === undefined
        ? worked.options
        : await this.#variables.valuesOfKey(
            worked.variable,
            key,
            open.values,
            open.context,
          );
    const sought = search.toLowerCase();
    return options
      .filter(({ text }) => text.toLowerCase().includes(sought))
      .slice(0, MOST_OPTIONS);
  }
}
