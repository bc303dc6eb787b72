import { parseMoney, type Reconciliation } from '@portico/plugin-cost-common';
import { State } from '@portico/ui';
import { formatAmount, formatMoney } from '../../parts/money';
import styles from './ReconciliationLine.module.css';

/** Whether the parts, as they are shown, add up to the bill as it is shown. */
export function addsUp(line: {
  attributed: string;
  shared: string;
  unattributed: string;
  bill: string;
}): boolean {
  const { attributed, shared, unattributed, bill } = line;
  return (
    [attributed, shared, unattributed].reduce(
      (sum, part) => sum + parseMoney(part),
      0n,
    ) === parseMoney(bill)
  );
}

/** Attributed + shared + unattributed = the bill, and whether that is so to the cent. */
export function ReconciliationLine(props: {
  reconciliation: Reconciliation;
  currency: string;
}) {
  const { reconciliation, currency } = props;
  const { attributed, shared, unattributed, bill, providers, estimated } =
    reconciliation;
  const exact = reconciliation.exact && addsUp(reconciliation);
  const parts = [
    { sign: '', title: 'Attributed', amount: attributed },
    { sign: '+', title: 'Shared and split', amount: shared },
    { sign: '+', title: 'Unattributed', amount: unattributed },
    { sign: '=', title: 'The bill', amount: bill },
  ];
  return (
    <div className={styles.line} role="group" aria-label="Reconciliation">
      {parts.map(({ sign, title, amount }) => (
        <p key={title}>
          {sign && <i>{sign} </i>}
          <span className={styles.title}>{title}</span>{' '}
          <b>{formatAmount(amount)}</b>
        </p>
      ))}
      <p>
        <State state={exact ? 'healthy' : 'failing'}>
          {exact
            ? 'Reconciled to the cent'
            : 'The parts do not add up to the bill'}
        </State>{' '}
        <span className={styles.quiet}>
          {providers
            .map(
              ({ provider, amount }) => `${provider} ${formatAmount(amount)}`,
            )
            .join(', ')}
        </span>
      </p>
      {parseMoney(estimated) !== 0n && (
        <p className={styles.quiet}>
          Beside the bill, in no sum: {formatMoney(estimated, currency)}{' '}
          estimated for clusters that are on no bill
        </p>
      )}
    </div>
  );
}
