import { Options } from '../../charts/Options';
import type { Look } from '../../charts/Look';
import type { Heat, HeatRow } from './cells';

/** Writes values of the y axis, in the panel's unit or in that of the data. */
function writer({ boundField }: Heat, options: Options, look: Look) {
  const axis = options.child('yAxis');
  const config = {
    ...boundField?.config,
    mappings: undefined,
    unit: axis.text('unit') ?? boundField?.config.unit,
    decimals: axis.number('decimals') ?? boundField?.config.decimals,
  };
  const field = { type: 'number' as const, config };
  return (value: number) => look.text(field, value);
}

/** A row in words: `250 ms to 500 ms`, `over 1 s`, or the name of its bucket. */
export function rowWords(heat: Heat, options: Options, look: Look) {
  const write = writer(heat, options, look);
  return ({ name, low, high }: HeatRow): string => {
    if (low === undefined || high === undefined) return name ?? '';
    if (low === -Infinity) return `up to ${write(high)}`;
    if (high === Infinity) return `over ${write(low)}`;
    return `${write(low)} to ${write(high)}`;
  };
}

/** The bound between a row and the next, or the row's name where it has none. */
export function rowLabel(heat: Heat, options: Options, look: Look) {
  const write = writer(heat, options, look);
  return ({ name, high }: HeatRow): string => {
    if (high === undefined) return name ?? '';
    return high === Infinity ? '∞' : write(high);
  };
}

/** Writes what is in a cell. */
export function cellWords({ valueField }: Heat, options: Options, look: Look) {
  const cells = options.child('cellValues');
  const field = {
    type: 'number' as const,
    config: {
      unit: cells.text('unit') ?? valueField?.config.unit,
      decimals: cells.number('decimals') ?? valueField?.config.decimals,
    },
  };
  return (value: number) => look.text(field, value);
}
