import type { JsonObject } from '@backstage/types';
import { numberOf, objectOf, textOf } from '../json';
import { aliasColors, calcOf, present } from './oldNames';

const PLACEMENT: Record<string, string> = {
  'Right side': 'right',
  'Under graph': 'bottom',
};

/** The pie chart that was a plugin of its own up to Grafana 8. */
export function migratePie(panel: JsonObject): JsonObject {
  const legend = objectOf(panel.legend);
  const onGraph = panel.legendType === 'On graph';
  return {
    ...panel,
    type: 'piechart',
    fieldConfig: {
      defaults: present({
        unit: textOf(panel.format),
        decimals: numberOf(panel.decimals),
        color: { mode: 'palette-classic' },
      }),
      overrides: aliasColors(panel),
    },
    options: {
      pieType: panel.pieType === 'donut' ? 'donut' : 'pie',
      reduceOptions: {
        calcs: [calcOf(panel.valueName)],
        fields: '',
        values: false,
      },
      displayLabels: onGraph ? ['name'] : [],
      legend: {
        showLegend: !onGraph && legend.show !== false,
        displayMode: legend.values || legend.percentage ? 'table' : 'list',
        placement: PLACEMENT[String(panel.legendType)] ?? 'bottom',
        values: [
          ...(legend.values === true ? ['value'] : []),
          ...(legend.percentage === true ? ['percent'] : []),
        ],
      },
      tooltip: { mode: 'single' },
    },
  };
}
