import {
  formatMoney,
  shortServiceName,
  type CostChange,
  type Nanos,
} from '@portico/plugin-cost-common';
import { dayText } from '../../announce/words';
import type { Look } from '../Look';
import { cents, descending, sum, sumOf, type Daily } from '../pure/amounts';
import { levelSince } from '../pure/levelSince';
import {
  dailyLines,
  resourceFacts,
  sumLines,
  type LineAmount,
  type ResourceFacts,
} from '../sql/lines';
import { addTo, getOr } from '../sql/tables';
import { usageOf, type Usage } from '../sql/usage';
import { whoseOf } from './sharesBy';
import type { Target } from './Target';

const MOST = 8;
/** A difference of less than a two-hundredth of the month is not worth a line, nor one of less than a cent. */
const WORTH = 200n;
const CENT = 10_000_000n;

/** What differs most from the same days of the month before, and why, as far as the bill tells. */
export async function changesOf(
  look: Look,
  target: Target,
): Promise<CostChange[]> {
  const { currency, db, environmentTag, frame, metric, twoMonths } = look;
  const { before, days } = frame;
  if (days.length === 0 || !before.days.some(frame.knows)) return [];
  const whose = whoseOf(target);
  const now = { from: days[0], to: days.at(-1)! };
  const then = { from: before.days[0], to: before.days.at(-1)! };
  const [after, earlier] = await Promise.all(
    [now, then].map(async span =>
      byValue(await sumLines(db, 'resource', { ...span, metric, whose })),
    ),
  );
  const least = size(sum(after.values())) / WORTH;
  const differences = [...new Set([...after.keys(), ...earlier.keys()])]
    .map(id => {
      const amounts = {
        before: earlier.get(id) ?? 0n,
        after: after.get(id) ?? 0n,
      };
      return { id, ...amounts, by: amounts.after - amounts.before };
    })
    .filter(({ by }) => size(by) >= CENT && size(by) >= least)
    .sort((a, b) => descending(size(a.by), size(b.by)))
    .slice(0, MOST);
  const only = {
    dimension: 'resource' as const,
    values: differences.map(({ id }) => id),
  };
  const [lines, facts, usages] = await Promise.all([
    dailyLines(db, 'resource', { ...twoMonths, metric, whose, only }),
    resourceFacts(db, { ...twoMonths, environmentTag, whose, only }),
    usageOf(db, { now, then, whose, only }),
  ]);
  const daily = new Map<string, Map<string, Nanos>>();
  for (const { value, day, amount } of lines) {
    addTo(
      getOr(daily, value!, () => new Map<string, Nanos>()),
      day,
      amount,
    );
  }
  return differences.map(change => {
    const fact = facts.get(change.id)!;
    const series: Daily = daily.get(change.id) ?? new Map();
    const since = levelSince(look.frame, series);
    return {
      title: titleOf(fact),
      before: cents(change.before),
      after: cents(change.after),
      difference: cents(change.by),
      ...(since && { since }),
      because: because(change, {
        fact,
        since,
        series,
        usage: usages.get(change.id),
        currency,
        look,
      }),
    };
  });
}

function titleOf({ resourceId, service, title }: ResourceFacts): string {
  return resourceId ? `${title} (${shortServiceName(service)})` : title;
}

function because(
  { before, after }: { before: Nanos; after: Nanos },
  known: {
    fact: ResourceFacts;
    since?: string;
    series: Daily;
    usage?: Usage;
    currency: string;
    look: Look;
  },
): string {
  const { fact, series, since, usage, currency, look } = known;
  const { frame } = look;
  if (fact.rule !== undefined) {
    return after > before
      ? `Its part of what ${fact.rule} shares grew.`
      : `Its part of what ${fact.rule} shares shrank.`;
  }
  const charged = [...series.keys()].filter(day => series.get(day)).sort();
  if (before === 0n && charged.length) {
    const first = charged[0];
    return first > frame.days[0]
      ? `New: first charged on ${dayText(first)}.`
      : `New: not charged in the same days of the month before.`;
  }
  // Of the last day alone, something may still come.
  if (charged.length && charged.at(-1)! < (frame.days.at(-2) ?? '')) {
    return `Stopped: last charged on ${dayText(charged.at(-1)!)}.`;
  }
  const more = after > before ? 'More' : 'Less';
  const when = since ? ` since ${dayText(since)}` : '';
  if (!usage) {
    const daily = (days: readonly string[]) =>
      formatMoney(
        sumOf(series, days) / BigInt(Math.max(1, days.length)),
        currency,
      );
    return `${more} is charged${when}: ${daily(
      frame.days,
    )} a day against ${daily(frame.before.days)}.`;
  }
  const price = usage.priceNow / usage.priceThen - 1;
  const used = usage.now / usage.then - 1;
  if (Math.abs(price) > Math.abs(used)) {
    return `Its price ${price > 0 ? 'rose' : 'fell'} by ${percent(price)}${
      usage.unit ? ` per ${usage.unit}` : ''
    }${when}.`;
  }
  return `${more} was used${when}: ${quantity(usage.now)} against ${quantity(
    usage.then,
  )}${usage.unit ? ` ${usage.unit}` : ''}.`;
}

function byValue(lines: readonly LineAmount[]): Map<string, Nanos> {
  const sums = new Map<string, Nanos>();
  for (const { value, amount: part } of lines) addTo(sums, value!, part);
  return sums;
}

function size(amount: Nanos): Nanos {
  return amount < 0n ? -amount : amount;
}

function percent(ratio: number): string {
  return `${(Math.abs(ratio) * 100).toPrecision(2)}\u00a0%`;
}

function quantity(used: number): string {
  return Number(used.toPrecision(3)).toLocaleString('en');
}
