import type { EntityCost } from '@portico/plugin-cost-common';
import { EmptyState, Section } from '@portico/ui';
import { beforeWords, dayWords } from '../parts/dates';
import { formatAmount, minus } from '../parts/money';
import { Shortened } from '../parts/Shortened';
import styles from './CostTab.module.css';

/** What differs from the same days of the month before, and why, largest first. */
export function ChangesSection({ cost }: { cost: EntityCost }) {
  const { standing, changes } = cost;
  const { before, toDate } = standing;
  return (
    <Section
      title="What changed"
      qualifier={before && `against ${beforeWords(standing)}`}
      meta={
        before && formatAmount(minus(toDate, before.amount), { signed: true })
      }
    >
      {changes.length > 0 ? (
        <Shortened items={changes} what="changes">
          {shown => (
            <ul className={styles.items}>
              {shown.map(({ title, difference, because, since }) => (
                <li key={title}>
                  <div className={styles.pair}>
                    <span>
                      <b>{title}</b>
                      {since && (
                        <span className={styles.quiet}>
                          {' '}
                          since {dayWords(since)}
                        </span>
                      )}
                    </span>
                    <span>{formatAmount(difference, { signed: true })}</span>
                  </div>
                  <p>{because}</p>
                </li>
              ))}
            </ul>
          )}
        </Shortened>
      ) : (
        <EmptyState
          what={before ? 'Nothing changed much' : 'There is nothing to compare'}
          why={
            before
              ? 'No part costs noticeably more or less.'
              : 'No bill of the month before is known.'
          }
        />
      )}
    </Section>
  );
}
