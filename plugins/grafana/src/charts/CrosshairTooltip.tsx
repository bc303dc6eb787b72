import type { RefObject } from 'react';
import { indexAt, usePointed, type Crosshair } from '../crosshair';
import { Tooltip, type TooltipRow } from './Tooltip';

/** Where the pointer is over a drawing. */
export interface PointerPlace {
  /** In CSS pixels of the window. */
  x: number;
  y: number;
}

/** The values at the crosshair, beside the pointer, or beside the crosshair where it is moved from elsewhere. */
export function CrosshairTooltip(props: {
  crosshair: Crosshair;
  xs: readonly number[];
  /** Where the pointer is; absent where the keyboard or another chart moves the crosshair. */
  pointer: RefObject<PointerPlace | undefined>;
  /** Where an x is drawn. */
  placeOf(x: number): PointerPlace | undefined;
  titleAt(index: number): string;
  /** `near` is what the pointer is nearest to. */
  rowsAt(index: number, near?: string): TooltipRow[];
}) {
  const { crosshair, xs, pointer, placeOf, titleAt, rowsAt } = props;
  const pointed = usePointed(crosshair.store);
  if (!pointed || !crosshair.showsValues(pointed)) return null;
  const index = indexAt(xs, pointed.time);
  if (index === undefined) return null;
  const own = pointed.by === crosshair.id ? pointer.current : undefined;
  const place = own ?? placeOf(xs[index]);
  const rows = rowsAt(index, own ? pointed.near : undefined);
  if (!place || rows.length === 0) return null;
  return <Tooltip title={titleAt(index)} rows={rows} {...place} />;
}
