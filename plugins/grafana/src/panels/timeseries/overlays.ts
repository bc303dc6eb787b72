import { withAlpha } from '@portico/plugin-grafana-common';
import type UPlot from 'uplot';
import type { ChartTheme } from '../../charts/useChartTheme';
import { textWidth } from '../../charts/textWidth';
import type { ChartData, ChartSeries } from './prepare';
import { thresholdBands, thresholdLines } from './thresholdMarks';

const BAND = 0.12;
const DASH = [4, 3];
/** Words closer to each other would run into one. */
const APART = 14;

interface Marked {
  one: ChartSeries;
  scale: string;
  range: [number, number];
}

/** One series of each axis that shows its thresholds. */
function marked(plot: UPlot, { series }: ChartData): Marked[] {
  const found = new Map<string, Marked>();
  for (const one of series) {
    const { line, area } = one.style.thresholds;
    const scale = `y${one.axis}`;
    const { min, max } = plot.scales[scale] ?? {};
    const shows = (line !== 'none' || area) && !one.hidden;
    if (shows && min !== undefined && max !== undefined && !found.has(scale)) {
      found.set(scale, { one, scale, range: [min, max] });
    }
  }
  return [...found.values()];
}

/** Bands of colour between the thresholds, behind everything. */
export function drawBands(plot: UPlot, chart: ChartData, theme: ChartTheme) {
  const { ctx, bbox } = plot;
  for (const { one, scale, range } of marked(plot, chart)) {
    if (!one.style.thresholds.area) continue;
    ctx.save();
    for (const { value, to, color } of thresholdBands(one.config, range)) {
      const top = plot.valToPos(to, scale, true);
      const bottom = plot.valToPos(value, scale, true);
      ctx.fillStyle = withAlpha(theme.look.color(color), BAND);
      ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    }
    ctx.restore();
  }
}

/** Lines at the thresholds with their values, over everything. */
export function drawLines(
  plot: UPlot,
  chart: ChartData,
  theme: ChartTheme,
  ratio: number,
) {
  const { ctx, bbox } = plot;
  for (const { one, scale, range } of marked(plot, chart)) {
    const { line } = one.style.thresholds;
    if (line === 'none') continue;
    ctx.save();
    ctx.lineWidth = ratio;
    ctx.font = theme.font.replace('11px', `${11 * ratio}px`);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'bottom';
    let written = Infinity;
    for (const { value, color } of thresholdLines(one.config, range)) {
      const y = Math.round(plot.valToPos(value, scale, true)) + ratio / 2;
      ctx.strokeStyle = theme.look.color(color);
      ctx.setLineDash(
        line === 'dashed' ? DASH.map(length => length * ratio) : [],
      );
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      const above = y - bbox.top > APART * ratio;
      if (above && Math.abs(written - y) > APART * ratio) {
        const text = theme.look.text(one.field, value);
        ctx.lineWidth = 3 * ratio;
        ctx.setLineDash([]);
        ctx.strokeStyle = theme.bg;
        ctx.strokeText(text, bbox.left + 4 * ratio, y - ratio);
        ctx.fillStyle = theme.ink2;
        ctx.fillText(text, bbox.left + 4 * ratio, y - ratio);
        ctx.lineWidth = ratio;
        written = y;
      }
    }
    ctx.restore();
  }
}

/** The values at their points, as far as they have room. */
export function drawValues(
  plot: UPlot,
  chart: ChartData,
  theme: ChartTheme,
  ratio: number,
) {
  const { ctx, bbox } = plot;
  for (const one of chart.series) {
    if (!one.style.showValues || one.hidden) continue;
    ctx.save();
    ctx.font = theme.font.replace('11px', `${11 * ratio}px`);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'bottom';
    ctx.fillStyle = theme.ink2;
    let free = bbox.left;
    one.drawn.forEach((value, index) => {
      const measured = one.measured[index];
      if (typeof value !== 'number' || typeof measured !== 'number') return;
      const text = theme.look.text(one.field, measured);
      const half = (textWidth(text) / 2) * ratio;
      const x = plot.valToPos(chart.xs[index], 'x', true);
      if (x - half < free || x + half > bbox.left + bbox.width) return;
      const y = plot.valToPos(value, `y${one.axis}`, true) - 4 * ratio;
      ctx.fillText(text, x, Math.max(y, bbox.top + 11 * ratio));
      free = x + half + 4 * ratio;
    });
    ctx.restore();
  }
}
