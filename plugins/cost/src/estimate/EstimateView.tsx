import { parseEntityRef } from '@backstage/catalog-model';
import {
  effectOf,
  formatDay,
  type CostEstimate,
} from '@portico/plugin-cost-common';
import { State } from '@portico/ui';
import { formatAmount, formatMoney } from '../parts/money';
import styles from './Estimate.module.css';

function Effect(props: { estimate: CostEstimate; entityRef?: string }) {
  const { estimate, entityRef } = props;
  if (!entityRef) return null;
  const effect = effectOf(estimate, parseEntityRef(entityRef).name);
  if (!effect) return <p className={styles.quiet}>{estimate.entityProblem}</p>;
  const { change, verdict, isOver } = effect;
  return (
    <p>
      {change}; {isOver ? <State state="degraded">{verdict}</State> : verdict}
    </p>
  );
}

/** An estimate: what each thing costs a month, the sum, what it does to the budget, and where the prices are from. */
export function EstimateView(props: {
  estimate: CostEstimate;
  entityRef?: string;
}) {
  const { estimate, entityRef } = props;
  const { lines, monthly, currency, unknown, asOf, source } = estimate;
  return (
    <>
      <ul className={styles.lines}>
        {lines.map(({ title, monthly: amount, detail, note }, index) => (
          // The same thing may be there twice.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${index} ${title}`} title={note}>
            <span>
              {title}
              {detail && <span className={styles.quiet}>{detail}</span>}
            </span>
            <span>{formatAmount(amount)}</span>
          </li>
        ))}
        {unknown.map(lacks => (
          <li key={lacks}>
            <span>{lacks}</span>
            <span>unknown</span>
          </li>
        ))}
        <li className={styles.total} role="status">
          <span>{unknown.length ? 'At least, a month' : 'A month'}</span>
          <span>
            {lines.length || !unknown.length
              ? formatMoney(monthly, currency)
              : 'unknown'}
          </span>
        </li>
      </ul>
      <Effect estimate={estimate} entityRef={entityRef} />
      {asOf && (
        <p className={styles.quiet}>
          Estimated, list prices of {formatDay(asOf)} ({source})
        </p>
      )}
    </>
  );
}
