import type {
  DataFrame,
  FieldConfigSource,
  GrafanaTheme2,
} from '@grafana/data';
import type { PanelNotice } from '@portico/plugin-grafana-common';
import type { Interpolation } from '../../variables/interpolate';
import { fieldConfigRegistry } from './fieldConfigRegistry';
import { grafanaData } from './library';
import { replaceVariablesWith } from './replaceVariables';

/**
 * Frames with the settings of the panel's fields: defaults, and over them the overrides in their order. Also sets
 * each field's display name, its place among the series and its range.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/configure-overrides/
 */
export function applyFieldConfig(
  data: DataFrame[],
  settings: Partial<FieldConfigSource>,
  texts: Interpolation,
): { frames: DataFrame[]; notices: PanelNotice[] } {
  const { applyFieldOverrides, cacheFieldDisplayNames, fieldMatchers } =
    grafanaData();
  const overrides = settings.overrides ?? [];
  const known = overrides.filter(({ matcher }) =>
    fieldMatchers.getIfExists(matcher.id),
  );
  const unknown = overrides
    .filter(rule => !known.includes(rule))
    .map(({ matcher }) => matcher.id);
  const source = { defaults: settings.defaults ?? {}, overrides: known };
  const frames = applyFieldOverrides({
    data,
    fieldConfig: source,
    fieldConfigRegistry: fieldConfigRegistry(source),
    replaceVariables: replaceVariablesWith(texts),
    theme: theme(),
    timeZone: 'utc',
  });
  cacheFieldDisplayNames(frames);
  return {
    frames,
    notices: [...new Set(unknown)].map(id => ({
      severity: 'warning',
      text: `An override for fields chosen by '${id}' is not applied: Grafana's library does not know it.`,
    })),
  };
}

/** Colours are the browser's; Grafana's library wants to have a theme all the same. */
export function theme(): GrafanaTheme2 {
  return grafanaData().createTheme();
}
