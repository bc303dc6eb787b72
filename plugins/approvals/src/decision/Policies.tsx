import type { Change } from '@portico/plugin-approvals-common';
import {
  Button,
  formatClock,
  Icon,
  Section,
  State,
  StateShape,
} from '@portico/ui';
import { useState } from 'react';
import styles from './lists.module.css';

const SHOWN = 5;

/** What the policy checks said, failed ones first. */
export function Policies({ policies }: Pick<Change, 'policies'>) {
  const [all, setAll] = useState(false);
  if (!policies) return null;
  const { checkedBy, checkedAt, results } = policies;
  const failed = results.filter(({ passed }) => !passed);
  const passed = results.filter(({ passed: fine }) => fine);
  const shown = all ? passed : passed.slice(0, SHOWN);
  const more = passed.length - shown.length;
  return (
    <Section
      title="Policies"
      tone={failed.length ? 'bad' : 'fine'}
      qualifier={
        failed.length ? (
          <State state="failing">
            {failed.length} of {results.length} failed
          </State>
        ) : (
          <State state="healthy">
            {results.length} of {results.length} passed
          </State>
        )
      }
      meta={
        <span>
          {checkedBy}, {formatClock(new Date(checkedAt))}
        </span>
      }
    >
      <ul className={styles.policies}>
        {failed.map(({ name, message }) => (
          <li key={name}>
            <StateShape state="failing" />
            <span>
              {name}: {message ?? 'failed'}
            </span>
          </li>
        ))}
        {shown.map(({ name }) => (
          <li key={name}>
            <Icon name="tick" size={14} className={styles.passed} />
            {name}
          </li>
        ))}
        {more > 0 && (
          <li>
            <Button look="text" onClick={() => setAll(true)}>
              {more} more
            </Button>
          </li>
        )}
      </ul>
    </Section>
  );
}
