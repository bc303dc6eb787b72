import {
  moneyToDecimal,
  type Amount,
  type DailyChart,
} from '@portico/plugin-cost-common';
import type { KeyLook } from '../Key';
import { sumOf, toNumber } from '../money';

/** Ids of series that are not one thing's. */
const OTHER = 'other';
const UNATTRIBUTED = 'unattributed';
/** More colours can't be told apart. */
const COLOURS: KeyLook[] = ['s1', 's2', 's3', 's4', 's5'];

/** A series as it is drawn, for each column of the chart. */
export interface StackSeries {
  id: string;
  title: string;
  look: KeyLook;
  /** Null where no bill is known, and for days to come. */
  amounts: (Amount | null)[];
}

/** A chart laid out in columns, from the bottom up. */
export interface Stack {
  /** `YYYY-MM-DD`, with the days to come. */
  days: string[];
  series: StackSeries[];
  /** Sums by forecast; null for known days. */
  forecast: (Amount | null)[];
  /** Index of the first day to come; undefined without any. */
  forecastFrom?: number;
}

/** Adds up, day by day; null where none is known. */
function together(parts: (Amount | null)[][]): (Amount | null)[] {
  return (parts[0] ?? []).map((_, day) => {
    const known = parts.map(part => part[day]).filter(it => it !== null);
    return known.length ? moneyToDecimal(sumOf(known)) : null;
  });
}

/** How many things are together already, of `13 more`. */
const countOf = (title = '') =>
  Number(/^(\d+) more$/.exec(title)?.[1] ?? (title ? 1 : 0));

/** Largest at the bottom, five with colours of their own, what is left over together, unattributed on top. */
export function stackOf(chart: DailyChart): Stack {
  const { forecast } = chart;
  const days = [...new Set([...chart.days, ...(forecast?.days ?? [])])].sort();
  const at = new Map(chart.days.map((day, index) => [day, index]));
  const spread = (amounts: (Amount | null)[]) =>
    days.map(day => amounts[at.get(day) ?? -1] ?? null);

  const named = chart.series.filter(
    ({ id }) => id !== OTHER && id !== UNATTRIBUTED,
  );
  const rest = named.slice(COLOURS.length);
  const other = chart.series.find(({ id }) => id === OTHER);
  const left = [...rest, ...(other ? [other] : [])];
  const open = chart.series.find(({ id }) => id === UNATTRIBUTED);
  const series: StackSeries[] = named
    .slice(0, COLOURS.length)
    .map(({ id, title, amounts }, index) => ({
      id,
      title,
      look: COLOURS[index],
      amounts: spread(amounts),
    }));
  if (left.length > 0) {
    series.push({
      id: OTHER,
      title:
        rest.length > 0
          ? `${rest.length + countOf(other?.title)} more`
          : other!.title,
      look: 's6',
      amounts: spread(together(left.map(({ amounts }) => amounts))),
    });
  }
  if (open) {
    series.push({
      id: UNATTRIBUTED,
      title: open.title,
      look: 'hatch',
      amounts: spread(open.amounts),
    });
  }
  const toCome = new Map(
    forecast?.days.map((day, index) => [day, forecast.amounts[index]]),
  );
  const first = days.findIndex(day => toCome.has(day));
  return {
    days,
    series,
    forecast: days.map(day => toCome.get(day) ?? null),
    forecastFrom: first === -1 ? undefined : first,
  };
}

/** A part of a column, in amounts: credits hang below the line. */
export interface Segment {
  id: string;
  look: KeyLook;
  from: number;
  to: number;
}

/** The parts of one column, from the line outwards. */
export function segmentsOf(stack: Stack, column: number): Segment[] {
  let above = 0;
  let below = 0;
  return stack.series.flatMap(({ id, look, amounts }) => {
    const amount = amounts[column];
    const value = amount === null ? 0 : toNumber(amount);
    if (value === 0) return [];
    const from = value > 0 ? above : below;
    const to = from + value;
    if (value > 0) above = to;
    else below = to;
    return [{ id, look, from, to }];
  });
}

const STEPS = [1, 2, 2.5, 5, 10];
const LINES = 4;

/** Round numbers from nothing (or from the deepest credit) to above the highest column. */
export function ticksOf(stack: Stack): number[] {
  const ends = stack.days.flatMap((_, column) =>
    segmentsOf(stack, column).map(({ to }) => to),
  );
  const sums = stack.forecast.map(it => (it === null ? 0 : toNumber(it)));
  const high = Math.max(0, ...ends, ...sums);
  const low = Math.min(0, ...ends, ...sums);
  const least = (high - low || 1) / LINES;
  const power = 10 ** Math.floor(Math.log10(least));
  const step =
    power * (STEPS.find(it => it * power >= least * (1 - 1e-9)) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(6)),
  );
}
