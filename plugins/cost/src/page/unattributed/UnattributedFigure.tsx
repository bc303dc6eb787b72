import type { UnattributedCost } from '@portico/plugin-cost-common';
import { State } from '@portico/ui';
import parts from '../../parts/Cost.module.css';
import { MoneyText } from '../../parts/MoneyText';
import styles from '../organisation/MonthToDate.module.css';
import { formatPercent } from './formatPercent';
import { ShareBars } from './ShareBars';

/** How much is nobody's: the amount, its share of the bill, and 13 months against the goal. */
export function UnattributedFigure(props: {
  cost: UnattributedCost;
  currency: string;
}) {
  const { cost, currency } = props;
  const { amount, share, shareBefore, goal, months } = cost;
  const words = `${formatPercent(share)} of the bill`;
  return (
    <div className={styles.month} role="group" aria-label="Unattributed">
      <p className={`${parts.big} ${styles.value}`}>
        <MoneyText amount={amount} currency={currency} />
      </p>
      <p className={styles.under}>
        <State state={share > goal ? 'degraded' : 'healthy'}>{words}</State>
        {shareBefore !== undefined &&
          `, was ${formatPercent(shareBefore)} the month before`}
      </p>
      <ShareBars months={months} goal={goal} />
    </div>
  );
}
