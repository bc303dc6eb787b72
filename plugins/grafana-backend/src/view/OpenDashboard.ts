import type { DashboardSummary } from '@portico/plugin-grafana-common';
import type { GrafanaClient } from '@portico/plugin-grafana-node';
import type { DashboardModel } from '../reading/DashboardModel';
import type { InstanceInventory } from '../reading/Inventory';
import type { VariableContext } from '../variables/VariableContext';
import type { VariableValues } from '../variables/VariableValues';
import type { WorkedOut } from '../variables/WorkedOut';
import type { Placed } from './layOut';
import type { PanelRange } from './ResolvedPanel';

/** An entity's dashboard for a range and for chosen values. */
export interface OpenDashboard {
  entityRef: string;
  client: GrafanaClient;
  summary: DashboardSummary;
  model: DashboardModel;
  /** When it was read. */
  at: Date;
  now: Date;
  /** What it shows where nothing is asked for. */
  time: { from: string; to: string };
  range: PanelRange;
  inventory: InstanceInventory;
  context: VariableContext;
  variables: readonly WorkedOut[];
  values: VariableValues;
  placed: readonly Placed[];
}
