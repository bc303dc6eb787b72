import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import type UPlot from 'uplot';
import type { PointerPlace } from '../../charts/CrosshairTooltip';
import { indexAt, type Crosshair } from '../../crosshair';
import type { ChartData } from './prepare';
import { nearestSeries } from './tooltipRows';

/** Off the drawing, so that no crosshair is seen. */
const AWAY = { left: -10, top: -10 };

/** How a drawing and the crosshair know of each other. */
export interface PlotCrosshair {
  hooks: UPlot.Hooks.Arrays;
  onPlot(plot: UPlot | undefined): void;
  plot: RefObject<UPlot | undefined>;
  pointer: RefObject<PointerPlace | undefined>;
}

/** Moves the shared crosshair with the pointer, the drawing's with the shared one, and hands on what a drag has marked. */
export function usePlotCrosshair(
  crosshair: Crosshair,
  chart: RefObject<ChartData>,
  zoom: (from: number, to: number) => void,
): PlotCrosshair {
  const { store, id } = crosshair;
  const plot = useRef<UPlot>();
  const pointer = useRef<PointerPlace>();
  const zooming = useRef(zoom);
  zooming.current = zoom;

  const follow = useCallback(() => {
    const { current } = plot;
    const pointed = store.get();
    if (!current || (pointed?.by === id && pointer.current)) return;
    const index = indexAt(chart.current?.xs ?? [], pointed?.time);
    const x = index === undefined ? undefined : chart.current?.xs[index];
    const left = x === undefined ? AWAY.left : current.valToPos(x, 'x');
    current.setCursor({ left, top: AWAY.top }, false);
  }, [store, id, chart]);

  useEffect(() => store.subscribe(follow), [store, follow]);

  const onPlot = useCallback(
    (made: UPlot | undefined) => {
      plot.current = made;
      pointer.current = undefined;
      follow();
    },
    [follow],
  );

  const hooks = useMemo<UPlot.Hooks.Arrays>(
    () => ({
      setCursor: [
        current => {
          const { left = -1, top = -1, idx } = current.cursor;
          const data = chart.current;
          if (left < 0 || idx === null || idx === undefined || !data) {
            pointer.current = undefined;
            store.clear(id);
            return;
          }
          const { rect } = current;
          pointer.current = { x: rect.left + left, y: rect.top + top };
          const near = nearestSeries(data, idx, top, (one, value) =>
            current.valToPos(value, `y${one.axis}`),
          );
          store.set({ time: data.xs[idx], by: id, near });
        },
      ],
      setSelect: [
        current => {
          const { left, width } = current.select;
          if (width < 4) return;
          const [from, to] = [left, left + width].map(at =>
            current.posToVal(at, 'x'),
          );
          current.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          zooming.current(from, to);
        },
      ],
    }),
    [store, id, chart],
  );
  return useMemo(() => ({ hooks, onPlot, plot, pointer }), [hooks, onPlot]);
}
