import type { EntityCost } from '@portico/plugin-cost-common';
import { Section } from '@portico/ui';
import { formatAmount } from '../parts/money';
import { Shortened } from '../parts/Shortened';
import styles from './CostTab.module.css';

/** What could be had for less; nothing where nothing was found. */
export function SavingsSection({ cost }: { cost: EntityCost }) {
  const { savings, basis } = cost;
  if (savings.length === 0) return null;
  return (
    <Section title="Savings" meta={`estimated, ${basis.currency} a month`}>
      <Shortened items={savings} what="savings">
        {shown => (
          <ul className={styles.items}>
            {shown.map(({ id, title, detail, monthly }) => (
              <li key={id}>
                <div className={styles.pair}>
                  <b>{title}</b>
                  <span>{formatAmount(monthly)}</span>
                </div>
                <p>{detail}</p>
              </li>
            ))}
          </ul>
        )}
      </Shortened>
    </Section>
  );
}
