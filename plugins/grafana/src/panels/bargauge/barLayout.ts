import { textWidth } from '../../charts/textWidth';
import { fitValues, type ShownValue, valueWidth } from '../values';
import type { BarGaugeOptions } from './barGaugeOptions';

/** How bars, names and values share a panel. CSS pixels. */
export interface BarLayout {
  /** Bars go from left to right and lie under one another. */
  lying: boolean;
  /** Of one bar with its words. */
  cell: { width: number; height: number };
  /** How far a full bar reaches, and how thick it is. */
  length: number;
  thickness: number;
  /** Where names stand, and the room that they have. */
  names: 'over' | 'before' | 'under' | 'none';
  nameRoom: number;
  nameSize: number;
  valueRoom: number;
  valueSize: number;
  columns: number;
}

const GAP = 8;
const NAME_LINE = 18;
const NARROWEST = 34;
const OVER_FROM = 44;

function lying(
  values: readonly ShownValue[],
  options: BarGaugeOptions,
  box: { width: number; height: number },
): BarLayout {
  const count = Math.max(1, values.length);
  const share = Math.floor((box.height - GAP * (count - 1)) / count);
  const height = Math.min(options.most, Math.max(options.least, share));
  const named = options.namePlacement !== 'hidden' && values.length > 1;
  const over =
    options.namePlacement === 'top' ||
    (options.namePlacement === 'auto' && height >= OVER_FROM);
  const nameSize = options.titleSize ?? (over ? 13 : 12);
  const lines = named && over ? NAME_LINE : 0;
  const thickness = Math.max(6, height - lines);
  const widest = Math.max(
    0,
    ...values.map(({ name }) => textWidth(name, nameSize)),
  );
  const nameRoom = named && !over ? Math.min(box.width * 0.34, widest) : 0;
  const shown = values.map(({ value }) => value);
  const room = { width: box.width * 0.32, height: thickness };
  const most = options.valueSize ?? 24;
  const valueSize = fitValues(shown, room, most);
  const valueRoom =
    options.valueMode === 'hidden'
      ? 0
      : Math.ceil(Math.max(0, ...shown.map(valueWidth)) * valueSize) + GAP;
  const before = nameRoom > 0 ? nameRoom + GAP : 0;
  return {
    lying: true,
    cell: { width: box.width, height: thickness + lines },
    length: Math.max(8, box.width - before - valueRoom),
    thickness,
    names: (!named && 'none') || (over ? 'over' : 'before'),
    nameRoom: over ? box.width : nameRoom,
    nameSize,
    valueRoom,
    valueSize,
    columns: 1,
  };
}

function standing(
  values: readonly ShownValue[],
  options: BarGaugeOptions,
  box: { width: number; height: number },
): BarLayout {
  const count = Math.max(1, values.length);
  const most = Math.floor((box.width + GAP) / (NARROWEST + GAP));
  const columns = Math.max(1, Math.min(count, most));
  const rows = Math.ceil(count / columns);
  const width = Math.floor((box.width - GAP * (columns - 1)) / columns);
  const height = Math.max(
    72,
    Math.floor((box.height - GAP * (rows - 1)) / rows),
  );
  const named = options.namePlacement !== 'hidden' && values.length > 1;
  const shown = values.map(({ value }) => value);
  const room = { width, height: height * 0.3 };
  const valueSize = fitValues(shown, room, options.valueSize ?? 24);
  const valueRoom =
    options.valueMode === 'hidden' ? 0 : Math.ceil(valueSize * 1.15) + 4;
  const nameLine = named ? NAME_LINE : 0;
  return {
    lying: false,
    cell: { width, height },
    length: Math.max(8, height - valueRoom - nameLine),
    thickness: Math.min(width, options.most),
    names: named ? 'under' : 'none',
    nameRoom: width,
    nameSize: options.titleSize ?? 12,
    valueRoom,
    valueSize,
    columns,
  };
}

/** Shares a panel among bars, alike for all so that they can be compared. `auto` lets bars stand in panels that are wider than high. */
export function barLayout(
  values: readonly ShownValue[],
  options: BarGaugeOptions,
  box: { width: number; height: number },
): BarLayout {
  const lie =
    options.orientation === 'auto'
      ? box.width <= box.height
      : options.orientation === 'horizontal';
  return lie ? lying(values, options, box) : standing(values, options, box);
}
