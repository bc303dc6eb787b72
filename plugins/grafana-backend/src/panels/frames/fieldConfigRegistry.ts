import type {
  FieldConfigPropertyItem,
  FieldConfigSource,
  FieldType,
} from '@grafana/data';
import { grafanaData, type GrafanaData } from './library';

type Registry = InstanceType<GrafanaData['FieldConfigOptionsRegistry']>;

/**
 * What can be set for a field: Grafana's standard options, and all of its kind of panel that these settings name.
 * (In Grafana each kind of panel lists its own; here whatever is set is kept.)
 * https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/
 */
export function fieldConfigRegistry(source: FieldConfigSource): Registry {
  const { FieldConfigOptionsRegistry } = grafanaData();
  const registry = new FieldConfigOptionsRegistry();
  for (const one of [...standardItems(), ...customItems(source)]) {
    if (!registry.getIfExists(one.id)) registry.register(one);
  }
  return registry;
}

function standardItems(): FieldConfigPropertyItem[] {
  const data = grafanaData();
  const { number, time } = data.FieldType;
  const withVariables = { expandTemplateVars: true };
  return [
    item('displayName', data.displayNameOverrideProcessor, {
      settings: withVariables,
    }),
    item('unit', data.unitOverrideProcessor),
    item('min', data.numberOverrideProcessor, { only: number }),
    item('max', data.numberOverrideProcessor, { only: number }),
    item('fieldMinMax', data.booleanOverrideProcessor, { only: number }),
    item('decimals', data.numberOverrideProcessor, { only: number }),
    item('noValue', data.displayNameOverrideProcessor, {
      settings: withVariables,
    }),
    item('color', data.identityOverrideProcessor),
    item('mappings', data.valueMappingsOverrideProcessor, { never: time }),
    item('thresholds', data.thresholdsOverrideProcessor),
    item('links', data.dataLinksOverrideProcessor),
    item('filterable', data.booleanOverrideProcessor),
    item('description', data.stringOverrideProcessor),
  ];
}

/** Whole options first, so that a part that an override names is set within its own whole. */
function customItems({
  defaults,
  overrides,
}: FieldConfigSource): FieldConfigPropertyItem[] {
  const named = overrides
    .flatMap(({ properties }) => properties.map(({ id }) => id))
    .filter(id => id.startsWith('custom.'))
    .map(id => id.slice('custom.'.length));
  return [...Object.keys(defaults.custom ?? {}), ...named].map(path => ({
    ...item(path, value => structuredClone(value)),
    id: `custom.${path}`,
    isCustom: true,
  }));
}

function item(
  id: string,
  process: FieldConfigPropertyItem['process'],
  options: { settings?: object; only?: FieldType; never?: FieldType } = {},
): FieldConfigPropertyItem {
  const { settings, only, never } = options;
  return {
    id,
    path: id,
    name: id,
    description: '',
    process,
    settings,
    shouldApply: ({ type }) =>
      (only === undefined || type === only) && type !== never,
    // Editors, of which none is shown here.
    editor: () => null,
    override: () => null,
  };
}
