import type { JsonObject } from '@backstage/types';
import { objectOf } from '../json';
import { migrateFieldConfig } from './migrateFieldConfig';
import { migrateFieldOptions } from './migrateFieldOptions';
import { migrateGraph } from './migrateGraph';
import { migrateHeatmap } from './migrateHeatmap';
import { migratePie } from './migratePie';
import { migrateSinglestat } from './migrateSinglestat';
import { migrateTable } from './migrateTable';

/** A panel of an older kind, or with options of an older version, as its successor has it. */
export function migratePanel(panel: JsonObject): JsonObject {
  return withLegend(migrateFieldConfig(migrateKind(panel)));
}

function migrateKind(panel: JsonObject): JsonObject {
  switch (panel.type) {
    case 'graph':
      return migrateGraph(panel);
    case 'singlestat':
    case 'grafana-singlestat-panel':
      return migrateSinglestat(panel);
    case 'table-old':
      return migrateTable(panel);
    case 'table':
      return 'styles' in panel ? migrateTable(panel) : panel;
    case 'grafana-piechart-panel':
      return migratePie(panel);
    case 'heatmap':
      return 'yAxis' in panel ? migrateHeatmap(panel) : panel;
    case 'stat':
    case 'gauge':
    case 'bargauge':
      return migrateFieldOptions(panel);
    case 'text':
      return 'content' in panel
        ? { ...panel, options: { mode: panel.mode, content: panel.content } }
        : panel;
    default:
      return panel;
  }
}

/** A legend that is not shown was once a way to show it; tooltips had another name. */
function withLegend(panel: JsonObject): JsonObject {
  const options = objectOf(panel.options);
  const { tooltipOptions, ...rest } = options;
  const legend = objectOf(options.legend);
  return {
    ...panel,
    options: {
      ...rest,
      ...(tooltipOptions ? { tooltip: tooltipOptions } : {}),
      ...(legend.displayMode === 'hidden'
        ? { legend: { ...legend, displayMode: 'list', showLegend: false } }
        : {}),
    },
  };
}
