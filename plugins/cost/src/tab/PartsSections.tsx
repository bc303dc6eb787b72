import type { EntityCost } from '@portico/plugin-cost-common';
import { List, ListRow, Section } from '@portico/ui';
import { Change } from '../parts/Change';
import { beforeWords } from '../parts/dates';
import { formatAmount } from '../parts/money';
import styles from './CostTab.module.css';

const KIND_WORDS: Record<EntityCost['kinds'][number]['kind'], string> = {
  own: 'Its own, on the bill',
  shared: 'Its part of what is shared',
  estimated: 'Estimated, on no bill and in no sum',
};

/** What the sum is made of: its own, its part of what is shared, estimated. */
export function KindsSection({ cost }: { cost: EntityCost }) {
  if (cost.kinds.length === 0) return null;
  return (
    <Section title="How it is known" meta={cost.basis.currency}>
      <List>
        {cost.kinds.map(({ kind, amount }) => (
          <ListRow key={kind} end={formatAmount(amount)}>
            {KIND_WORDS[kind]}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

/** What each environment costs. */
export function EnvironmentsSection({ cost }: { cost: EntityCost }) {
  const { environments, standing, basis } = cost;
  if (environments.length === 0) return null;
  return (
    <Section title="Environments" meta={basis.currency}>
      <List>
        {environments.map(({ environment, amount, change }) => (
          <ListRow
            key={environment}
            end={
              <>
                {formatAmount(amount)}{' '}
                <span className={styles.quiet}>
                  <Change ratio={change} against={beforeWords(standing)} />
                </span>
              </>
            }
          >
            {environment || 'without an environment'}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

/** What one of something costs, besides the first, which is a figure. */
export function UnitsSection({ cost }: { cost: EntityCost }) {
  const more = cost.unitCosts.slice(1);
  if (more.length === 0) return null;
  return (
    <Section title="What one costs" meta={cost.basis.currency}>
      <ul className={styles.items}>
        {more.map(({ title, amount, change, basis }) => (
          <li key={title}>
            <div className={styles.pair}>
              <span>{title}</span>
              <span>
                {formatAmount(amount)}{' '}
                <span className={styles.quiet}>
                  <Change ratio={change} against={beforeWords(cost.standing)} />
                </span>
              </span>
            </div>
            <p>{basis}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
