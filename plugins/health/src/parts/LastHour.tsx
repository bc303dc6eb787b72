import {
  formatQuantity,
  type HealthSummary,
  type HealthUnit,
  type RecentValues,
} from '@portico/plugin-health-common';
import { Sparkline } from '@portico/ui';

type Recent = keyof Omit<RecentValues, 'from' | 'stepSeconds'>;

const SERIES: Record<
  Recent,
  { words: string; unit: HealthUnit; figure: keyof HealthSummary['figures'] }
> = {
  requestsPerSecond: {
    words: 'Requests',
    unit: 'perSecond',
    figure: 'requestsPerSecond',
  },
  errorRatio: { words: 'Error ratio', unit: 'ratio', figure: 'errorRatio' },
  latencyP95Seconds: {
    words: 'p95 latency',
    unit: 'seconds',
    figure: 'latencyP95Seconds',
  },
  errorBudgetLeft: {
    words: 'Error budget left',
    unit: 'ratio',
    figure: 'errorBudgetLeft',
  },
};

/** The values of the last hour that explain the state best, as a line with the limit; in words for readers. */
export function LastHour(props: { item: HealthSummary }) {
  const { recent, leading = 'latencyP95Seconds', figures } = props.item;
  const values = recent?.[leading] ?? [];
  const known = values.filter(value => value !== null);
  if (!recent || known.length === 0) {
    return <span style={{ color: 'var(--portico-ink-3)' }}>no data yet</span>;
  }
  const { words, unit, figure } = SERIES[leading];
  const shown = figures[figure];
  const limit = shown && 'value' in shown ? shown.limit?.value : undefined;
  const quantity = (value: number) => formatQuantity({ value, unit });
  return (
    <Sparkline
      values={values}
      from={recent.from}
      stepSeconds={recent.stepSeconds}
      state={props.item.state}
      since={props.item.since}
      limit={limit}
      height={26}
      label={`${words} in the last hour: from ${quantity(
        known[0],
      )} to ${quantity(known[known.length - 1])}`}
    />
  );
}
