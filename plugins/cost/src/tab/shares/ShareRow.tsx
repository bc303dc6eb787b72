import type { CostShare } from '@portico/plugin-cost-common';
import { Icon, Td, Th, VisuallyHidden } from '@portico/ui';
import type { ReactNode } from 'react';
import { Change } from '../../parts/Change';
import { DailySpark } from '../../parts/DailySpark';
import { formatAmount } from '../../parts/money';
import styles from './Shares.module.css';

const KINDS: Partial<Record<CostShare['kind'], string>> = {
  shared: 'shared',
  estimated: 'estimated',
};

/** A part of the sum: its name, which opens what is beneath, to date, change and its days as a line. */
export function ShareRow(props: {
  share: CostShare;
  /** Another name than its title, e.g. a link. */
  name?: ReactNode;
  /** Account, service and the like, under the name. */
  facts?: string;
  days: string[];
  currency: string;
  /** Whether it is beneath another row. */
  under?: boolean;
  open: boolean;
  /** What is beneath, in a word: `resources`, `days`. */
  beneath: string;
  onToggle(): void;
}) {
  const { share, name, facts, days, currency, under, open } = props;
  const { title, kind, note, amount, change, daily } = share;
  const marked = [KINDS[kind], note].filter(Boolean).join(', ');
  const more = [marked, facts].filter(Boolean).join(' · ');
  return (
    <tr
      className={[under && styles.under, open && styles.open]
        .filter(Boolean)
        .join(' ')}
    >
      <Th scope="row">
        <span className={styles.name}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            onClick={props.onToggle}
          >
            <Icon name={open ? 'down' : 'right'} size={12} />
            <VisuallyHidden>
              {props.beneath} of {title}
            </VisuallyHidden>
          </button>
          <span>
            {name ?? title}
            {more && <span className={styles.facts}>{more}</span>}
          </span>
        </span>
      </Th>
      <Td end>{formatAmount(amount)}</Td>
      <Td end quiet>
        <Change ratio={change} />
      </Td>
      <Td className={styles.line} wide>
        <DailySpark days={days} amounts={daily} currency={currency} />
      </Td>
    </tr>
  );
}
