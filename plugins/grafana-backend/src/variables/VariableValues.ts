import type { AdHocFilter, VariableView } from '@portico/plugin-grafana-common';

/** What is chosen of one variable. */
export interface ChosenValue {
  type: VariableView['type'];
  multi: boolean;
  includeAll: boolean;
  /** Whether all are chosen; `values` are then those of all options. */
  all: boolean;
  /** What stands for all, written as it is, in place of `values`. */
  allValue?: string;
  values: string[];
  /** As people read them, in the order of `values`. */
  texts: string[];
  /** Of an `adhoc` variable. */
  filters?: AdHocFilter[];
  /** Of an `adhoc` variable: the data source whose queries it filters. */
  datasourceUid?: string;
}

/** What is chosen of all variables of a dashboard, by name. In a repeated panel with the values of its repetition. */
export type VariableValues = ReadonlyMap<string, ChosenValue>;
