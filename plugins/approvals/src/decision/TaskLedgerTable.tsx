import type {
  LedgerOutcome,
  LedgerRow,
} from '@portico/plugin-approvals-common';
import {
  CopyBlock,
  EmptyState,
  Icon,
  StateShape,
  type IconName,
} from '@portico/ui';
import { formatMoment } from '../model/moments';
import { RefText } from '../parts/RefText';
import styles from './TaskLedger.module.css';

const parts: {
  title: string;
  outcomes: LedgerOutcome[];
  icon?: IconName;
}[] = [
  {
    title: 'Made by this task',
    outcomes: ['made', 'making', 'changed'],
    icon: 'plus',
  },
  { title: 'Found and kept', outcomes: ['kept'], icon: 'lock' },
  { title: 'Removed', outcomes: ['removed'], icon: 'trash' },
  { title: 'Could not be removed', outcomes: ['failed'] },
];

const remarks: Partial<Record<LedgerOutcome, string>> = {
  making: ', under way',
  changed: ', changed',
};

function Row(props: { row: LedgerRow; icon?: IconName; now: Date }) {
  const { row, icon, now } = props;
  const { kind, name, url, outcome, message, command, at } = row;
  return (
    <li>
      {icon ? (
        <Icon name={outcome === 'changed' ? 'change' : icon} size={14} />
      ) : (
        <StateShape state="degraded" />
      )}
      <div className={styles.what}>
        {kind} <RefText to={url}>{name}</RefText>
        {remarks[outcome]}
        {message && `${outcome === 'failed' ? ':' : ','} ${message}`}
        {outcome === 'failed' && command && (
          <CopyBlock text={command} label={`Command that removes ${name}`} />
        )}
      </div>
      <time dateTime={at} title={at}>
        {formatMoment(new Date(at), now)}
      </time>
    </li>
  );
}

/** The rows of a ledger by what became of each. */
export function TaskLedgerTable(props: { rows: LedgerRow[]; now: Date }) {
  const { rows, now } = props;
  if (!rows.length) {
    return (
      <EmptyState
        what="Nothing so far"
        why="What it makes, finds and removes is listed here."
      />
    );
  }
  return (
    <>
      {parts.map(({ title, outcomes, icon }) => {
        const those = rows.filter(row => outcomes.includes(row.outcome));
        return (
          those.length > 0 && (
            <div key={title} className={styles.part}>
              <h3>{title}</h3>
              <ul aria-label={title}>
                {those.map(row => (
                  <Row key={row.id} row={row} icon={icon} now={now} />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </>
  );
}
