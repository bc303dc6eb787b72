import type { JsonObject } from '@backstage/types';
import type { TooltipRow } from '../../charts/Tooltip';
import type { Look } from '../../charts/Look';
import { Options } from '../../charts/Options';
import type { ChartData, ChartSeries } from './prepare';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-tooltips/ */
export interface TooltipOptions {
  mode: 'single' | 'multi' | 'none';
  sort: 'none' | 'asc' | 'desc';
  hideZeros: boolean;
}

export function tooltipOptions(options: JsonObject): TooltipOptions {
  const tooltip = new Options(options).child('tooltip');
  return {
    mode: tooltip.choice('mode', ['single', 'multi', 'none'], 'single'),
    sort: tooltip.choice('sort', ['none', 'asc', 'desc'], 'none'),
    hideZeros: tooltip.flag('hideZeros') ?? false,
  };
}

/** The value of a series as it was measured, not as it is stacked or turned. */
export function textAt(look: Look, one: ChartSeries, index: number): string {
  return look.text(one.field, one.measured[index]);
}

/** What stands beside the pointer: all series, or the one that it is nearest to. */
export function tooltipRows(
  chart: ChartData,
  look: Look,
  index: number,
  { mode, sort, hideZeros }: TooltipOptions,
  nearest?: string,
): TooltipRow[] {
  if (mode === 'none') return [];
  const rows = chart.series
    .filter(({ style, hidden }) => !hidden && !style.hidden.tooltip)
    .filter(({ id }) => mode === 'multi' || !nearest || id === nearest)
    .map(one => ({ one, value: one.measured[index] }))
    .filter(({ value }) => value !== undefined && !(hideZeros && value === 0));
  const way = sort === 'asc' ? 1 : -1;
  if (sort !== 'none') {
    const of = (value: number | null | undefined) => value ?? -Infinity;
    rows.sort((a, b) => {
      const [x, y] = [of(a.value), of(b.value)];
      if (x === y) return 0;
      return x > y ? way : -way;
    });
  }
  return rows.map(({ one }) => ({
    id: one.id,
    name: one.name,
    color: one.color,
    text: textAt(look, one, index),
    near: mode === 'multi' && one.id === nearest,
  }));
}

/** The series whose line is nearest to a place above the bottom of the drawing; `placeOf` says where a value is drawn. */
export function nearestSeries(
  { series }: ChartData,
  index: number,
  y: number,
  placeOf: (one: ChartSeries, value: number) => number,
): string | undefined {
  let nearest: { id: string; off: number } | undefined;
  for (const one of series) {
    const value = one.drawn[index];
    if (one.hidden || one.style.hidden.tooltip || typeof value !== 'number') {
      continue;
    }
    const off = Math.abs(placeOf(one, value) - y);
    if (!nearest || off < nearest.off) nearest = { id: one.id, off };
  }
  return nearest?.id;
}
