import type { Amount } from '@portico/plugin-cost-common';
import { Sparkline } from '@portico/ui';
import { dayWords } from './dates';
import { formatMoney, toNumber } from './money';

const DAY_SECONDS = 86_400;

/** Days as a line; amber from the day on from which more than usual is spent. */
export function DailySpark(props: {
  days: string[];
  amounts: (Amount | null)[];
  currency: string;
  /** First day of what is unusual. */
  since?: string;
  /** What is usual, as a dashed line. */
  usual?: Amount;
  height?: number;
}) {
  const { days, amounts, currency, since, usual, height = 20 } = props;
  const last = amounts.findLast(it => it !== null);
  const label =
    days.length === 0 || last === undefined || last === null
      ? 'No days are known'
      : `Daily, ${dayWords(days[0])} to ${dayWords(
          days.at(-1)!,
        )}; last ${formatMoney(last, currency)}`;
  return (
    <Sparkline
      values={amounts.map(it => (it === null ? null : toNumber(it)))}
      from={days[0]}
      stepSeconds={DAY_SECONDS}
      state={since ? 'degraded' : 'healthy'}
      since={since}
      limit={usual === undefined ? undefined : toNumber(usual)}
      label={label}
      height={height}
    />
  );
}
