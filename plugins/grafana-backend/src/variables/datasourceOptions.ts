import type { VariableOption } from '@portico/plugin-grafana-common';
import type { InstanceInventory } from '../reading/Inventory';
import type { VariableModel } from '../reading/DashboardModel';
import { filterOptions } from './filterOptions';

/** Data sources of the variable's type whose name fits; the default one first if it is among them. */
export function datasourceOptions(
  { query, regex }: VariableModel,
  { datasources, defaultDatasource }: InstanceInventory,
): VariableOption[] {
  const ofType = datasources
    .filter(({ type }) => type === String(query))
    .sort(
      (one, other) =>
        Number(other.uid === defaultDatasource) -
          Number(one.uid === defaultDatasource) ||
        one.name.localeCompare(other.name, 'en'),
    )
    .map(({ name, uid }) => ({ text: name, value: uid }));
  const names = filterOptions(
    ofType.map(({ text }) => ({ text, value: text })),
    regex,
  ).map(({ text }) => text);
  return ofType.filter(({ text }) => names.includes(text));
}
