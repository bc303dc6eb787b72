import type { MonthStanding } from '@portico/plugin-cost-common';
import styles from './BudgetBar.module.css';
import { useHatch } from './Hatch';
import { Key } from './Key';
import { formatMoney, formatWhole, toNumber } from './money';

const HEIGHT = 18;
/** So that the tick of a budget does not stand at the very end. */
const AIR = 1.1;

/** `268.40 USD of the 400 budget spent; forecast 411, between 394 and 432`. */
function wordsOf(standing: MonthStanding, currency: string): string {
  const { toDate, budget, forecast } = standing;
  const spent = `${formatMoney(toDate, currency)} ${
    budget ? `of the ${formatWhole(budget.amount)} budget spent` : 'to date'
  }`;
  if (!forecast) return spent;
  return `${spent}; forecast ${formatWhole(
    forecast.amount,
  )}, between ${formatWhole(forecast.low)} and ${formatWhole(forecast.high)}`;
}

/** To date solid, the forecast's range hatched, the budget a tick; nothing where there is neither. `legend` names them. */
export function BudgetBar(props: {
  standing: MonthStanding;
  currency: string;
  legend?: boolean;
}) {
  const { standing, currency, legend } = props;
  const { defs, fill } = useHatch();
  const { budget, forecast } = standing;
  if (!budget && !forecast) return null;
  const spent = Math.max(0, toNumber(standing.toDate));
  const limit = budget && toNumber(budget.amount);
  const low = forecast && Math.max(0, toNumber(forecast.low));
  const high = forecast && Math.max(0, toNumber(forecast.high));
  const full = Math.max(spent, limit ?? 0, high ?? 0) * AIR || 1;
  const x = (value: number) => `${((value / full) * 100).toFixed(2)}%`;
  return (
    <>
      <svg
        className={styles.bar}
        height={HEIGHT}
        role="img"
        aria-label={wordsOf(standing, currency)}
      >
        {defs}
        <rect y="5" width="100%" height="8" className={styles.track} />
        <rect y="5" width={x(spent)} height="8" className={styles.spent} />
        {low !== undefined && high !== undefined && (
          <rect
            x={x(low)}
            y="5"
            width={x(Math.max(high - low, full / 200))}
            height="8"
            fill={fill}
            className={`${styles.range} ${
              budget ? styles[budget.state] ?? '' : ''
            }`}
          />
        )}
        {limit !== undefined && (
          <svg x={x(limit)} overflow="visible">
            <rect x="-1" width="2" height={HEIGHT} className={styles.budget} />
          </svg>
        )}
      </svg>
      {legend && (
        <div className={styles.legend} aria-hidden="true">
          <span>
            <Key look="s1" /> to date
          </span>
          {forecast && (
            <span>
              <Key look="hatch" />
              {`forecast ${formatWhole(forecast.low)} to ${formatWhole(
                forecast.high,
              )}`}
            </span>
          )}
          {budget && (
            <span>
              <Key look="tick" /> {`budget ${formatWhole(budget.amount)}`}
            </span>
          )}
        </div>
      )}
    </>
  );
}
