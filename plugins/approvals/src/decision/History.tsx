import type { Approval } from '@portico/plugin-approvals-common';
import { Section } from '@portico/ui';
import { formatMoment } from '../model/moments';
import { nameOf } from '../model/names';
import styles from './lists.module.css';

/** What happened to the approval, newest first. */
export function History(props: { approval: Approval; now: Date }) {
  const { approval, now } = props;
  const newestFirst = [...approval.history].sort(
    (left, right) => Date.parse(right.at) - Date.parse(left.at),
  );
  return (
    <Section title="History" meta={`approval ${approval.number}`}>
      <ol className={styles.history}>
        {newestFirst.map(({ id, at, who, text }) => (
          <li key={id}>
            <time dateTime={at} title={at}>
              {formatMoment(new Date(at), now)}
            </time>
            <span className={who ? undefined : styles.quiet}>
              {who ? nameOf(who, approval.names) : 'Portico'}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
