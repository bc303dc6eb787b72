import type { VariableOption } from '@portico/plugin-grafana-common';
import type { GrafanaClient } from '@portico/plugin-grafana-node';
import type { InstanceInventory } from '../reading/Inventory';
import type { PanelDatasource, PanelRange } from '../view/ResolvedPanel';
import type { BuiltIns } from './builtIns';

/** What variables of a dashboard are worked out with. */
export interface VariableContext {
  client: GrafanaClient;
  inventory: InstanceInventory;
  range: PanelRange;
  builtIns: BuiltIns;
  signal: AbortSignal;
}

/** A question to a data source about the values of a variable. */
export interface OptionsQuestion extends VariableContext {
  datasource: PanelDatasource;
}

/** Values before they are filtered and sorted. */
export type RawOptions = readonly VariableOption[];

export function optionsOf(values: readonly string[]): VariableOption[] {
  return values.map(value => ({ text: value, value }));
}
