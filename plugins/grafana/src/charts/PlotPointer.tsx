import { useRef, useState, type PointerEvent } from 'react';
import { indexAt, usePointed, type Crosshair } from '../crosshair';
import styles from './Charts.module.css';
import { CrosshairTooltip, type PointerPlace } from './CrosshairTooltip';
import type { Area } from './PlotAxes';
import type { TooltipRow } from './Tooltip';

/** A drag shorter than this is a click, in CSS pixels. */
const LEAST_DRAG = 4;

/** What is below the pointer of a drawing, from the top left of its area. */
export interface PlotPointerProps {
  area: Area;
  crosshair: Crosshair;
  /** Where values are, ascending. */
  xs: readonly number[];
  /** What is pointed at. */
  xAt(px: number, py: number): number;
  /** What marks an x: a line, or the room of a bar. */
  markAt(x: number): Area;
  /** Whether that is a room rather than a line. */
  band?: boolean;
  /** Which of several things at one x is pointed at. */
  nearAt?(px: number, py: number): string | undefined;
  /** Takes what a drag has marked; absent where there is nothing to choose. */
  zoom?(from: number, to: number): void;
  titleAt(index: number): string;
  rowsAt(index: number, near?: string): TooltipRow[];
}

function Mark(
  props: Pick<PlotPointerProps, 'crosshair' | 'xs' | 'markAt' | 'band'>,
) {
  const { crosshair, xs, markAt, band } = props;
  const index = indexAt(xs, usePointed(crosshair.store)?.time);
  if (index === undefined) return null;
  return (
    <div
      className={styles.cursor}
      data-band={band || undefined}
      style={markAt(xs[index])}
    />
  );
}

/** Follows the pointer over a drawing with crosshair and values, and marks a time by dragging. */
export function PlotPointer(props: PlotPointerProps) {
  const { area, crosshair, xs, xAt, markAt, band, nearAt, zoom } = props;
  const room = useRef<HTMLDivElement>(null);
  const pointer = useRef<PointerPlace>();
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const { store, id } = crosshair;
  const inside = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { x, y } = inside(event);
    if (drag) setDrag({ ...drag, to: x });
    const index = indexAt(xs, xAt(x, y));
    if (index === undefined) {
      store.clear(id);
      return;
    }
    pointer.current = { x: event.clientX, y: event.clientY };
    store.set({ time: xs[index], by: id, near: nearAt?.(x, y) });
  };
  const leave = () => {
    pointer.current = undefined;
    setDrag(undefined);
    store.clear(id);
  };
  const onPointerUp = () => {
    if (drag && Math.abs(drag.to - drag.from) >= LEAST_DRAG) {
      const [from, to] = [drag.from, drag.to].sort((a, b) => a - b);
      zoom?.(xAt(from, 0), xAt(to, 0));
    }
    setDrag(undefined);
  };
  const { titleAt, rowsAt } = props;
  return (
    <>
      <Mark crosshair={crosshair} xs={xs} markAt={markAt} band={band} />
      {drag && (
        <div
          className={styles.selection}
          style={{
            top: area.top,
            height: area.height,
            left: area.left + Math.min(drag.from, drag.to),
            width: Math.abs(drag.to - drag.from),
          }}
        />
      )}
      <div
        ref={room}
        className={styles.pointer}
        style={{ ...area, position: 'absolute' }}
        onPointerMove={onPointerMove}
        onPointerLeave={leave}
        onPointerDown={event => {
          if (!zoom || event.button !== 0) return;
          const { x } = inside(event);
          setDrag({ from: x, to: x });
        }}
        onPointerUp={onPointerUp}
      />
      <CrosshairTooltip
        crosshair={crosshair}
        xs={xs}
        pointer={pointer}
        placeOf={x => {
          const box = room.current?.getBoundingClientRect();
          if (!box) return undefined;
          const mark = markAt(x);
          return {
            x: box.left - area.left + mark.left + mark.width / 2,
            y: box.top - area.top + mark.top,
          };
        }}
        titleAt={titleAt}
        rowsAt={rowsAt}
      />
    </>
  );
}
