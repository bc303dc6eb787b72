import { Icon, Section, Table, Td, Th, VisuallyHidden } from '@portico/ui';
import type { IconName } from '@portico/ui';
import {
  formatMoment,
  summariseLedger,
  type LedgerRow,
  type TaskView,
} from '../model';
import styles from './task.module.css';

const TITLE = 'What this task has done';

const OUTCOMES: Record<LedgerRow['outcome'], { word: string; icon: IconName }> =
  {
    making: { word: 'Making', icon: 'plus' },
    made: { word: 'Made', icon: 'plus' },
    changed: { word: 'Changed', icon: 'change' },
    kept: { word: 'Kept', icon: 'lock' },
    removed: { word: 'Removed', icon: 'minus' },
    failed: { word: 'Failed', icon: 'x' },
  };

const NOW: Record<LedgerRow['outcome'], string> = {
  making: 'perhaps there',
  made: 'still there',
  changed: 'stays changed',
  kept: 'left alone',
  removed: 'gone',
  failed: 'perhaps there',
};

function isOver(view: TaskView): boolean {
  return ['completed', 'failed', 'cancelled'].includes(view.state);
}

function explanation(view: TaskView): string {
  return isOver(view)
    ? 'what was kept was there before and is left alone'
    : 'if it fails or is cancelled, what it made stays, as listed here; what it found is left alone';
}

const Row = (props: { row: LedgerRow; now: number; over: boolean }) => {
  const { row, now, over } = props;
  const { icon } = OUTCOMES[row.outcome];
  const begun = over && row.outcome === 'making';
  const word = begun ? 'Begun' : OUTCOMES[row.outcome].word;
  return (
    <tr>
      <Td nowrap>
        <span
          className={styles.outcome}
          data-outcome={begun ? 'kept' : row.outcome}
        >
          <Icon name={icon} size={14} />
          {word}
        </span>
      </Td>
      <Td nowrap>{row.kind}</Td>
      <Td nowrap>
        {row.url ? (
          <a href={row.url} target="_blank" rel="noreferrer">
            {row.name}
          </a>
        ) : (
          <code>{row.name}</code>
        )}
      </Td>
      <Td nowrap>{row.stepName}</Td>
      <Td nowrap quiet>
        <time dateTime={new Date(row.at).toISOString()}>
          {row.outcome === 'making' && !over ? 'since ' : ''}
          {formatMoment(row.at, now)}
        </time>
      </Td>
      <Td end>{over ? NOW[row.outcome] : row.ifItFails}</Td>
    </tr>
  );
};

/** What the task did to which thing, newest first. */
export const LedgerTable = (props: { view: TaskView; now: number }) => {
  const { view, now } = props;
  const { ledger } = view;
  const soFar = isOver(view) ? 'it made nothing' : 'nothing so far';
  const nothing = ledger.length ? undefined : soFar;
  return (
    <Section
      title={TITLE}
      qualifier={nothing ?? explanation(view)}
      meta={summariseLedger(ledger)}
      className={styles.whole}
    >
      {ledger.length ? (
        <Table label={TITLE}>
          <thead>
            <tr>
              <Th>
                <VisuallyHidden>Outcome</VisuallyHidden>
              </Th>
              <Th>What</Th>
              <Th>Name</Th>
              <Th>Step</Th>
              <Th>When</Th>
              <Th end>{isOver(view) ? 'Now' : 'If it fails'}</Th>
            </tr>
          </thead>
          <tbody>
            {ledger.map(row => (
              <Row key={row.key} row={row} now={now} over={isOver(view)} />
            ))}
          </tbody>
        </Table>
      ) : null}
    </Section>
  );
};
