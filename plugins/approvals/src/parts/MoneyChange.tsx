import { compareMoney } from '@portico/plugin-approvals-common';
import { VisuallyHidden } from '@portico/ui';
import { formatMoney } from '../model/money';
import styles from './parts.module.css';

/** `187.20 → 238.80`, or the one amount where it stays. */
export function MoneyChange(props: {
  before: string;
  after: string;
  currency?: string;
}) {
  const { before, after, currency } = props;
  const unit = currency ? `\u00a0${currency}` : '';
  if (compareMoney(before, after) === 0) {
    return (
      <span className={styles.quiet}>
        {formatMoney(after)}
        {unit}
      </span>
    );
  }
  return (
    <span className={styles.money}>
      {formatMoney(before)} <Arrow />{' '}
      <b>
        {formatMoney(after)}
        {unit}
      </b>
    </span>
  );
}

/** The arrow from before to after. */
export function Arrow() {
  return (
    <>
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <VisuallyHidden> becomes </VisuallyHidden>
    </>
  );
}
