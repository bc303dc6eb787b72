import { parseEntityRef } from '@backstage/catalog-model';
import {
  effectWords,
  formatDay,
  parseMoney,
  type CostEstimate,
} from '@portico/plugin-cost-common';
import { State } from '@portico/ui';
import { formatAmount, formatMoney } from '../parts/money';
import styles from './Estimate.module.css';

function Effect(props: { estimate: CostEstimate; entityRef?: string }) {
  const { estimate, entityRef } = props;
  const { entity, entityProblem } = estimate;
  if (!entityRef) return null;
  const words = effectWords(estimate, parseEntityRef(entityRef).name);
  if (!words) return <p className={styles.quiet}>{entityProblem}</p>;
  const isOver =
    entity?.budget !== undefined &&
    parseMoney(entity.monthlyAfter) > parseMoney(entity.budget);
  return <p>{isOver ? <State state="degraded">{words}</State> : words}</p>;
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
