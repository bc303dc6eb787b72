import { monthEnd } from '@portico/plugin-cost-node';
import { addDays, daysFrom } from '../../store/days';
import { daysOfMonth, monthBefore, monthOf, monthsUpTo } from './months';

/** Days that forecasts learn from. */
const HISTORY_DAYS = 100;
const MONTHS = 13;

/** Which days a month's numbers are of, and what they are compared with. */
export interface MonthFrame {
  /** `YYYY-MM`. */
  month: string;
  /** How many days it has. */
  length: number;
  /** Its days up to the last that all bills are known for. */
  days: string[];
  /** The same number of days of the month before, where it has as many. */
  before: { month: string; days: string[] };
  /** 13 months up to this one, oldest first. */
  months: string[];
  /** Days up to the last known one that a forecast learns from, oldest first; none for a month that is over. */
  history: string[];
  /** Whether a bill is known for a day or for a month. */
  knows(dayOrMonth: string): boolean;
}

/**
 * @param month `YYYY-MM`; the newest that something is known of if absent
 * @param bills days that bills are known for; `through` is the last that all are
 */
export function monthFrame(
  month: string | undefined,
  bills: { known: ReadonlySet<string>; through?: string; today: string },
): MonthFrame {
  const { known, through, today } = bills;
  const shown = month ?? monthOf(through ?? today);
  const all = daysOfMonth(shown);
  const days = all.filter(day => through !== undefined && day <= through);
  const months = monthsUpTo(shown, MONTHS);
  const knownMonths = new Set([...known].map(monthOf));
  const open =
    through !== undefined &&
    monthOf(through) === shown &&
    through < monthEnd(through);
  const before = monthBefore(shown);
  return {
    month: shown,
    length: all.length,
    days,
    before: { month: before, days: daysOfMonth(before).slice(0, days.length) },
    months,
    history: open ? daysFrom(addDays(through, 1 - HISTORY_DAYS), through) : [],
    knows: it => (it.length > 7 ? known.has(it) : knownMonths.has(it)),
  };
}

/** First and last day that the amounts of a frame are wanted for. */
export function reachOf({ before, days, history, month }: MonthFrame): {
  from: string;
  to: string;
} {
  const from = `${before.month}-01`;
  return {
    from: history.length && history[0] < from ? history[0] : from,
    to: days.at(-1) ?? `${month}-01`,
  };
}
