import type { PanelData } from '@portico/plugin-grafana-common';
import type { PanelKind } from '../PanelKind';
import { logRows, orderedRows } from './logRows';
import { isoTime } from './logTime';

const MOST = 160;

function counted(count: number, one: string): string | undefined {
  if (count === 0) {
    return undefined;
  }
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}

/** How many lines of which levels, and the newest. */
function summarize(data: PanelData): string {
  const rows = logRows(data);
  const [newest] = orderedRows(rows, true);
  if (!newest) {
    return 'No lines.';
  }
  const of = (...levels: string[]) =>
    rows.filter(({ level }) => levels.includes(level)).length;
  const counts = [
    counted(rows.length, 'line'),
    counted(of('error', 'critical'), 'error'),
    counted(of('warning'), 'warning'),
  ].filter(Boolean);
  const at = isoTime(newest.at);
  const said = newest.line.slice(0, MOST);
  return `${counts.join(', ')}. Newest${at && ` at ${at}`}: ${said}`;
}

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/logs/ */
export const kind: PanelKind = {
  types: ['logs'],
  load: () => import('./LogsPanel'),
  summarize: (_, data) => summarize(data),
};
