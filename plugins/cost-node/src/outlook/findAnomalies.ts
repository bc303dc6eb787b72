import { Rhythm, type DailyCost } from './Rhythm';
import { median, spread } from './robust';

/** Something that costs more than is usual for it. */
export interface Anomaly {
  /** First day of it. */
  from: string;
  /** Last day; absent while it goes on. */
  to?: string;
  /** What is usual a day, and what it was. */
  usual: number;
  actual: number;
  /** Cost beyond what is usual, all its days together. */
  excess: number;
}

export interface AnomalyOptions {
  /** Less than this a day is not worth a word; 1 unit of the currency if absent. */
  least?: number;
  /** So many times the usual spread; 5 if absent. */
  strictness?: number;
}

/** Days that a day is compared with. */
const WINDOW = 100;
/** So many have to be known: two months, so that what comes each month is known. */
const LEAST_KNOWN = 62;
/** A level that has held so long is the new usual. */
const SETTLES = 14;
const RELATIVE = 0.15;

/**
 * Days that cost more than their past lets expect, with the rhythm of weekdays and of what comes each month taken out.
 * One day counts if it is far off, two in a row if they are off; days on end are one anomaly. What stays for two weeks
 * has become usual.
 *
 * @param days one entry a day without gaps, oldest first
 */
export function findAnomalies(
  days: readonly DailyCost[],
  options: AnomalyOptions = {},
): Anomaly[] {
  const { least = 1, strictness = 5 } = options;
  const found: Anomaly[] = [];
  /** Days as the past is to be remembered: without what was odd. */
  const calm: DailyCost[] = [];
  let open: { anomaly: Anomaly; costs: number[]; start: number } | undefined;
  const close = (to: string) => {
    if (open && isReal(open.costs, open.anomaly, least)) {
      found.push({ ...open.anomaly, actual: median(open.costs), to });
    }
    open = undefined;
  };
  days.forEach((today, index) => {
    const past = calm.slice(-WINDOW);
    if (past.length < LEAST_KNOWN) {
      calm.push(today);
      return;
    }
    const rhythm = new Rhythm(
      past,
      days.slice(Math.max(0, index - WINDOW), index),
    );
    const levels = past.map(day => rhythm.level(day));
    const level = median(levels.slice(-SETTLES));
    const usual = rhythm.costAt(today.day, level);
    const beyond = today.cost - usual;
    const limit = Math.max(
      strictness * spread(levels) * rhythm.factor(today.day),
      RELATIVE * usual,
      least,
    );
    if (beyond <= limit) {
      if (open) close(days[index - 1].day);
      calm.push(today);
      return;
    }
    open ??= {
      anomaly: { from: today.day, usual, actual: today.cost, excess: 0 },
      costs: [],
      start: index,
    };
    open.costs.push(today.cost);
    open.anomaly.excess += beyond;
    if (index - open.start + 1 >= SETTLES) {
      // It has become usual: from here on the past is what it is now.
      const { start } = open;
      close(today.day);
      calm.push(...days.slice(start, index + 1));
      return;
    }
    calm.push({ day: today.day, cost: usual });
  });
  if (open && isReal(open.costs, open.anomaly, least)) {
    found.push({ ...open.anomaly, actual: median(open.costs) });
  }
  return found;
}

/** Two days, or one that is three times what is usual. */
function isReal(
  costs: readonly number[],
  { usual }: Anomaly,
  least: number,
): boolean {
  return costs.length >= 2 || costs[0] > 3 * Math.max(usual, least);
}
