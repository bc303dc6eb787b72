import {
  parseColor,
  schemeStops,
  withAlpha,
  type DisplayField,
} from '@portico/plugin-grafana-common';
import type UPlot from 'uplot';
import type { Look } from '../../charts/Look';
import type { ChartSeries } from './prepare';

/** A colour, and its place on the way up an axis: 0 at the bottom. */
export interface Stop {
  at: number;
  color: string;
}

/** The colours of values from the bottom of an axis to its top: steps at thresholds, a gradient for continuous schemes. */
export function stopsOf(
  field: DisplayField,
  look: Look,
  [low, high]: [number, number],
): Stop[] {
  const { thresholds, color } = field.config;
  if (schemeStops(color?.mode, look.theme)) {
    const places = Array.from({ length: 11 }, (_, index) => index / 10);
    return places.map(at => ({
      at,
      color: look.value(field, low + (high - low) * at),
    }));
  }
  const inside = (thresholds?.steps ?? [])
    .map(({ value }) => value ?? -Infinity)
    .map(value => (value - low) / (high - low))
    .filter(at => at > 0 && at < 1);
  const edges = [0, ...inside, 1];
  return edges.slice(0, -1).flatMap((at, index) => {
    const end = edges[index + 1];
    const middle = look.value(field, low + (high - low) * ((at + end) / 2));
    return [
      { at, color: middle },
      { at: end, color: middle },
    ];
  });
}

/** A darker or lighter neighbour, which a gradient by hue ends in. */
function neighbourOf(color: string): string {
  const { r, g, b } = parseColor(color);
  return `rgb(${Math.round(r * 0.7 + 60)}, ${Math.round(
    g * 0.75,
  )}, ${Math.round(Math.min(255, b * 1.2 + 20))})`;
}

function gradient(plot: UPlot, stops: Stop[], opacity: number) {
  const { top, height } = plot.bbox;
  if (!Number.isFinite(height) || height <= 0) return stops[0].color;
  const made = plot.ctx.createLinearGradient(0, top + height, 0, top);
  for (const { at, color } of stops) {
    made.addColorStop(
      Math.min(1, Math.max(0, at)),
      opacity < 1 ? withAlpha(color, opacity) : color,
    );
  }
  return made;
}

function schemeOf(plot: UPlot, one: ChartSeries, look: Look): Stop[] {
  const { min = 0, max = 1 } = plot.scales[`y${one.axis}`] ?? {};
  return stopsOf(one.field, look, [min, max]);
}

/** What a line is drawn with. */
export function strokeOf(plot: UPlot, one: ChartSeries, look: Look) {
  const { gradient: mode } = one.style;
  if (mode === 'scheme') return gradient(plot, schemeOf(plot, one, look), 1);
  return one.color;
}

/** What an area is filled with; nothing where it has none. */
export function fillOf(plot: UPlot, one: ChartSeries, look: Look) {
  const { gradient: mode, fillOpacity, fillBelowTo } = one.style;
  const opacity = fillOpacity || (fillBelowTo ? 0.1 : 0);
  if (opacity === 0) return undefined;
  switch (mode) {
    case 'opacity': {
      const { color } = one;
      const stops = [
        { at: 0, color: withAlpha(color, 0.02) },
        { at: 1, color: withAlpha(color, opacity) },
      ];
      return gradient(plot, stops, 1);
    }
    case 'hue': {
      const stops = [
        { at: 0, color: neighbourOf(one.color) },
        { at: 1, color: one.color },
      ];
      return gradient(plot, stops, opacity);
    }
    case 'scheme':
      return gradient(plot, schemeOf(plot, one, look), opacity);
    default:
      return withAlpha(one.color, opacity);
  }
}
