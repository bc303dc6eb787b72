import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import type { PanelKind } from '../PanelKind';
import { cellText } from './cellText';
import { tableColumns } from './tableColumns';
import { tableOptions } from './tableOptions';
import { rowOrder } from './rowOrder';

const MOST_COLUMNS = 4;

/** How many rows of what, and the first of them. */
function summarize(panel: PanelView, data: PanelData): string {
  const options = tableOptions(panel.options);
  const frame = data.frames[options.frameIndex] ?? data.frames[0];
  if (!frame || frame.length === 0) {
    return 'No rows.';
  }
  const columns = tableColumns(frame, 0, options);
  const by = columns.find(({ name }) => name === options.sortBy?.name);
  const sort = by && {
    index: by.index,
    descending: options.sortBy?.descending ?? false,
  };
  const [first] = rowOrder(frame.length, columns, {}, sort);
  const cells = columns
    .slice(0, MOST_COLUMNS)
    .map(column => `${column.name} ${cellText(column, first) || 'none'}`);
  const rows = frame.length === 1 ? '1 row' : `${frame.length} rows`;
  return `${rows} of ${columns.length} columns. First: ${cells.join(', ')}.`;
}

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/table/ */
export const kind: PanelKind = {
  types: ['table'],
  load: () => import('./TablePanel'),
  summarize,
};
