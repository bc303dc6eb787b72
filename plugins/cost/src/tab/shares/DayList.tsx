import type { Amount } from '@portico/plugin-cost-common';
import { dayWords } from '../../parts/dates';
import { formatAmount } from '../../parts/money';
import styles from './Shares.module.css';

/** What something cost, day by day. */
export function DayList(props: {
  /** Names the list for readers. */
  of: string;
  days: string[];
  amounts: (Amount | null)[];
}) {
  const { of, days, amounts } = props;
  return (
    <ul className={styles.days} aria-label={`${of}, day by day`}>
      {days.slice(0, amounts.length).map((day, at) => (
        <li key={day}>
          <span>{dayWords(day)}</span>
          <span>
            {amounts[at] === null ? 'unknown' : formatAmount(amounts[at]!)}
          </span>
        </li>
      ))}
    </ul>
  );
}
