import {
  formatQuantity,
  type HealthChart,
} from '@portico/plugin-health-common';
import { formatMinute } from '@portico/ui';
import { isEmpty, lastKnown, type Series } from './shownSeries';

/** A rise or fall of a quarter after a deploy is worth a word. */
const NOTABLE = 1.25;
/** What is so far below its limit may do what it likes. */
const SMALL = 0.25;

/** A moment that is marked in every chart of the page. */
export interface ChartMark {
  /** Milliseconds since 1970. */
  time: number;
  /** Short revision of a deploy. */
  title: string;
}

const mean = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function known(series: Series, times: number[], is: (time: number) => boolean) {
  return series.values.filter(
    (value, index): value is number => value !== null && is(times[index]),
  );
}

/** `p95 rose from 228 ms to 512 ms after deploy 7f3c2a1 at 13:47`, told as what came after. */
function afterMark(
  chart: HealthChart,
  series: Series,
  mark: ChartMark,
): string | undefined {
  const before = known(series, chart.times, time => time < mark.time);
  const after = known(series, chart.times, time => time >= mark.time);
  if (before.length === 0 || after.length === 0) return undefined;
  const [was, is] = [mean(before), mean(after)];
  const most = Math.max(was, is);
  const least = Math.min(was, is);
  const small = most < (chart.limit?.value ?? 0) * SMALL;
  if (most === 0 || small || (least > 0 && most / least < NOTABLE)) {
    return undefined;
  }
  const words = (value: number) => formatQuantity({ value, unit: chart.unit });
  return `${series.name} ${is > was ? 'rose' : 'fell'} from ${words(
    was,
  )} to ${words(is)} after deploy ${mark.title} at ${formatMinute(
    new Date(mark.time),
  )}`;
}

function range(chart: HealthChart, series: Series): string {
  const values = known(series, chart.times, () => true);
  const words = (value: number) => formatQuantity({ value, unit: chart.unit });
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const last = words(lastKnown(series.values) ?? 0);
  return words(least) === words(most)
    ? `${series.name} ${last} throughout`
    : `${series.name} ${last}, between ${words(least)} and ${words(most)}`;
}

/** The series that the limit is for, else the one that comes nearest to it, else the first. */
function leading({ series, limit }: HealthChart): Series {
  const drawn = series.filter(it => lastKnown(it.values) !== undefined);
  const named = drawn.find(({ name }) =>
    limit?.title.split(/[^\w]+/).includes(name),
  );
  const last = (one: Series) => lastKnown(one.values) ?? 0;
  const highest = [...drawn].sort((a, b) => last(b) - last(a)).at(0);
  return named ?? (limit ? highest : undefined) ?? drawn[0];
}

/** A chart in words: what the leading series did after the last deploy, or where it was, and the limit. */
export function summarize(chart: HealthChart, marks: ChartMark[]): string {
  if (isEmpty(chart)) return 'No values in this time.';
  const series = leading(chart);
  const inside = marks.filter(
    ({ time }) => time >= chart.times[0] && time <= chart.times.at(-1)!,
  );
  const newest = inside.sort((a, b) => b.time - a.time).at(0);
  const what =
    (newest && afterMark(chart, series, newest)) ?? range(chart, series);
  const last = lastKnown(series.values) ?? 0;
  const past =
    chart.limit && last > chart.limit.value
      ? `, past ${chart.limit.title}`
      : '';
  return `${what}${past}.`;
}
