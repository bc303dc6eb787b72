import type { PanelModel } from '../reading/DashboardModel';
import { interpolate, type Interpolation } from '../variables/interpolate';
import type { PanelRange } from './ResolvedPanel';
import { momentOf } from './timeMath';

const UNITS: Record<string, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
};

/**
 * A panel's own time: `timeFrom` replaces a range that ends now, `timeShift` moves it back.
 * https://grafana.com/docs/grafana/latest/visualizations/panels-visualizations/query-transform-data/#query-options
 *
 * @returns what to say about it, if it is to be said
 */
export function overrideTime(
  panel: PanelModel,
  range: PanelRange,
  now: Date,
  values: Interpolation,
): { range: PanelRange; timeInfo?: string } {
  const fill = (text = '') => interpolate(text, values).trim();
  const said: string[] = [];
  let own = range;
  const timeFrom = fill(panel.timeFrom);
  if (timeFrom && range.raw.from.startsWith('now')) {
    const raw = {
      from: timeFrom.startsWith('now') ? timeFrom : `now-${timeFrom}`,
      to: 'now',
    };
    const from = momentOf(raw.from, now);
    if (from && from < now) {
      own = { from, to: now, raw };
      said.push(`Last ${words(timeFrom) ?? timeFrom}`);
    } else {
      said.push(`Not a time: ${timeFrom}`);
    }
  }
  const timeShift = fill(panel.timeShift);
  if (timeShift) {
    const back = (at: Date, end: boolean) =>
      timeShift.startsWith('now')
        ? undefined
        : momentOf(`now-${timeShift}`, at, end);
    const [from, to] = [back(own.from, false), back(own.to, true)];
    if (from && to) {
      const raw = { from: `${from.getTime()}`, to: `${to.getTime()}` };
      own = { from, to, raw };
      said.push(`${words(timeShift) ?? timeShift} earlier`);
    } else {
      said.push(`Not a time: ${timeShift}`);
    }
  }
  return {
    range: own,
    timeInfo:
      said.length && !panel.hideTimeOverride ? said.join(', ') : undefined,
  };
}

/** `24h` as `24 hours`. */
function words(text: string): string | undefined {
  const [, count, unit] = text.match(/^(?:now-)?(\d+)([smhdwMy])$/) ?? [];
  if (!count) return undefined;
  return `${count} ${UNITS[unit]}${count === '1' ? '' : 's'}`;
}
