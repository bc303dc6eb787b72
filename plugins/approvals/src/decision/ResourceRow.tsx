import type { ResourceChange } from '@portico/plugin-approvals-common';
import { Icon, State } from '@portico/ui';
import { useId } from 'react';
import { actionLooks } from '../model/changeWords';
import { MoneyChange } from '../parts/MoneyChange';
import { Attributes } from './Attributes';
import styles from './Difference.module.css';

/** One resource: what happens to it, what it costs, and when opened what changes in it. */
export function ResourceRow(props: {
  resource: ResourceChange;
  open: boolean;
  onToggle(): void;
}) {
  const { resource, open, onToggle } = props;
  const { address, action, attributes, monthlyCost } = resource;
  const look = actionLooks[action];
  const id = useId();
  return (
    <li className={styles.resource}>
      <div className={styles.row}>
        <Icon name={look.icon} />
        {attributes.length ? (
          <button
            type="button"
            className={styles.address}
            aria-expanded={open}
            aria-controls={id}
            onClick={onToggle}
          >
            {address}
          </button>
        ) : (
          <span className={styles.address}>{address}</span>
        )}
        <span className={styles.action}>
          {look.state ? (
            <State state={look.state}>{look.word}</State>
          ) : (
            look.word
          )}
        </span>
        <span className={styles.cost}>
          {monthlyCost && <MoneyChange {...monthlyCost} />}
        </span>
      </div>
      {open && attributes.length > 0 && (
        <Attributes id={id} resource={resource} />
      )}
    </li>
  );
}
