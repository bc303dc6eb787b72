import type { JsonObject } from '@backstage/types';
import { numberOf, objectOf, textOf } from '../json';
import { mappingsOf } from './migrateMappings';
import { calcOf, present, thresholdsOf } from './oldNames';

/** Singlestat of before Grafana 6.6 as a stat, or as a gauge if it showed one. */
export function migrateSinglestat(panel: JsonObject): JsonObject {
  const gauge = objectOf(panel.gauge);
  const column = textOf(panel.tableColumn);
  const isGauge = gauge.show === true;
  return {
    ...panel,
    type: isGauge ? 'gauge' : 'stat',
    fieldConfig: {
      defaults: present({
        unit: unitOf(panel),
        decimals: numberOf(panel.decimals),
        noValue: textOf(panel.nullText),
        min: isGauge ? numberOf(gauge.minValue) : undefined,
        max: isGauge ? numberOf(gauge.maxValue) : undefined,
        color: { mode: 'thresholds' },
        thresholds: thresholdsOf(panel.thresholds, panel.colors),
        mappings: mappingsOf(panel),
      }),
      overrides: [],
    },
    options: {
      orientation: 'horizontal',
      reduceOptions: {
        calcs: [calcOf(panel.valueName)],
        fields: column ? `/^${column}$/` : '',
        values: false,
      },
      ...(isGauge ? gaugeOptions(gauge) : statOptions(panel)),
    },
  };
}

function gaugeOptions({
  thresholdLabels,
  thresholdMarkers,
}: JsonObject): JsonObject {
  return {
    showThresholdLabels: thresholdLabels === true,
    showThresholdMarkers: thresholdMarkers !== false,
  };
}

function statOptions(panel: JsonObject): JsonObject {
  return {
    colorMode: colorModeOf(panel),
    graphMode: objectOf(panel.sparkline).show === true ? 'area' : 'none',
    justifyMode: 'auto',
    textMode: panel.valueName === 'name' ? 'name' : 'auto',
  };
}

function colorModeOf({ colorBackground, colorValue }: JsonObject): string {
  if (colorBackground === true) return 'background';
  return colorValue === true ? 'value' : 'none';
}

/** What stood before or after the value is a unit where there is no other. */
function unitOf(panel: JsonObject): string | undefined {
  const unit = textOf(panel.format);
  const [prefix, postfix] = [textOf(panel.prefix), textOf(panel.postfix)];
  if (unit && unit !== 'none') return unit;
  if (postfix) return `suffix:${postfix}`;
  return prefix ? `prefix:${prefix}` : unit;
}
