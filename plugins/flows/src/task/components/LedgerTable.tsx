import {
  CopyBlock,
  Icon,
  ReasonRow,
  Section,
  Table,
  Td,
  Th,
  VisuallyHidden,
  type IconName,
} from '@portico/ui';
import {
  formatMoment,
  summariseLedger,
  type LedgerRow,
  type TaskView,
} from '../model';
import styles from './task.module.css';

const TITLE = 'What this task has done';
const COLUMNS = 6;

const OUTCOMES: Record<LedgerRow['outcome'], { word: string; icon: IconName }> =
  {
    making: { word: 'Making', icon: 'plus' },
    made: { word: 'Made', icon: 'plus' },
    changed: { word: 'Changed', icon: 'change' },
    kept: { word: 'Kept', icon: 'lock' },
    removed: { word: 'Removed', icon: 'minus' },
    failed: { word: 'Not removed', icon: 'x' },
  };

const isOver = ({ state }: TaskView) =>
  ['completed', 'failed', 'cancelled'].includes(state);

/** What is so now of a thing, once the task is over. */
function stateNow({ outcome, fate }: LedgerRow, view: TaskView): string {
  const isCleaned =
    view.state !== 'completed' && fate !== 'stays' && view.cleanup;
  switch (outcome) {
    case 'making':
      return isCleaned ? 'being looked for' : 'perhaps there';
    case 'made':
      return isCleaned ? 'to be removed' : 'there';
    case 'changed':
      return 'stays changed';
    case 'kept':
      return 'left alone';
    case 'removed':
      return 'gone';
    default:
      return 'could not be removed';
  }
}

function explanation(view: TaskView): string {
  return isOver(view)
    ? 'what was kept was there before and is left alone'
    : 'if it fails or is cancelled, what it made is removed in reverse order; what it found is left alone';
}

const Row = (props: { row: LedgerRow; view: TaskView; now: number }) => {
  const { row, view, now } = props;
  const { outcome } = row;
  const over = isOver(view);
  const begun = over && outcome === 'making';
  return (
    <>
      <tr>
        <Td nowrap>
          <span
            className={styles.outcome}
            data-outcome={begun ? 'kept' : outcome}
          >
            <Icon name={OUTCOMES[outcome].icon} size={14} />
            {begun ? 'Begun' : OUTCOMES[outcome].word}
          </span>
        </Td>
        <Td nowrap>{row.kind}</Td>
        <Td nowrap>
          {row.url && outcome !== 'removed' ? (
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
            {outcome === 'making' && !over ? 'since ' : ''}
            {formatMoment(row.at, now)}
          </time>
        </Td>
        <Td end>{over ? stateNow(row, view) : row.ifItFails}</Td>
      </tr>
      {row.message && outcome === 'failed' ? (
        <ReasonRow columns={COLUMNS}>
          <p>{row.message}</p>
          {row.command ? (
            <CopyBlock
              text={row.command}
              label={`Command that removes ${row.name}`}
            />
          ) : null}
        </ReasonRow>
      ) : null}
    </>
  );
};

/** What the task did to which thing, newest first. */
export const LedgerTable = (props: {
  view: TaskView;
  now: number;
  /** Why the ledger could not be read just now. */
  error?: Error;
}) => {
  const { view, now, error } = props;
  const { ledger } = view;
  const soFar = isOver(view) ? 'it made nothing' : 'nothing so far';
  const nothing = ledger.length ? undefined : soFar;
  const problem = error && `cannot be read just now: ${error.message}`;
  return (
    <Section
      title={TITLE}
      qualifier={problem ?? nothing ?? explanation(view)}
      meta={summariseLedger(ledger)}
      tone={error ? 'stale' : 'fine'}
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
              <Row key={row.key} row={row} view={view} now={now} />
            ))}
          </tbody>
        </Table>
      ) : null}
    </Section>
  );
};
