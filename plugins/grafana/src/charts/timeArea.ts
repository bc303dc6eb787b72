import type { PanelData } from '@portico/plugin-grafana-common';
import type { Area, AxisTick } from './PlotAxes';
import { timeTicks } from './timeTicks';

const LABEL = 84;

/** Times along a drawing. */
export interface TimeAlong {
  /** Pixels from the left of the drawing. */
  at(time: number): number;
  /** Of pixels from the left of the area. */
  timeAt(px: number): number;
  ticks: AxisTick[];
  /** The crosshair's line. */
  lineAt(time: number): Area;
}

/** Places of times in the range that was asked for. */
export function timeArea(
  { from, to }: Pick<PanelData, 'from' | 'to'>,
  area: Area,
): TimeAlong {
  const span = to - from || 1;
  const at = (time: number) => area.left + ((time - from) / span) * area.width;
  const most = Math.max(2, Math.floor(area.width / LABEL));
  return {
    at,
    timeAt: px => from + (px / area.width) * span,
    ticks: timeTicks(from, to, most).map(({ time, text }) => ({
      at: at(time),
      text,
    })),
    lineAt: time => ({
      left: at(time),
      top: area.top,
      width: 1,
      height: area.height,
    }),
  };
}
