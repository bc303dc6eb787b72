import {
  formatMoment,
  summariseLedger,
  type LedgerRow,
  type TaskView,
} from '../model';
import { Icon, type IconName } from './Icon';
import styles from './task.module.css';

const OUTCOMES: Record<LedgerRow['outcome'], { word: string; icon: IconName }> =
  {
    making: { word: 'Making', icon: 'plus' },
    made: { word: 'Made', icon: 'plus' },
    changed: { word: 'Changed', icon: 'change' },
    kept: { word: 'Kept', icon: 'lock' },
    removed: { word: 'Removed', icon: 'minus' },
    failed: { word: 'Failed', icon: 'bad' },
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
      <td>
        <span
          className={styles.outcome}
          data-outcome={begun ? 'kept' : row.outcome}
        >
          <Icon name={icon} size={14} />
          {word}
        </span>
      </td>
      <td>{row.kind}</td>
      <td>
        {row.url ? (
          <a href={row.url} target="_blank" rel="noreferrer">
            {row.name}
          </a>
        ) : (
          <code>{row.name}</code>
        )}
      </td>
      <td className={styles.soft}>{row.stepName}</td>
      <td className={`${styles.quiet} ${styles.numbers}`}>
        <time dateTime={new Date(row.at).toISOString()}>
          {row.outcome === 'making' && !over ? 'since ' : ''}
          {formatMoment(row.at, now)}
        </time>
      </td>
      <td className={styles.soft}>{over ? NOW[row.outcome] : row.ifItFails}</td>
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
    <section
      className={`${styles.section} ${styles.whole}`}
      aria-labelledby="task-ledger"
    >
      <header>
        <h2 id="task-ledger">What this task has done</h2>
        <p className={styles.quiet}>{nothing ?? explanation(view)}</p>
        <div className={styles.meta}>
          <span>{summariseLedger(ledger)}</span>
        </div>
      </header>
      {ledger.length ? (
        <div
          className={styles.scroll}
          // A table wider than the page scrolls by itself, so it takes focus for the arrow keys.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-labelledby="task-ledger"
        >
          <table className={styles.ledger}>
            <thead>
              <tr>
                <th scope="col">
                  <span className={styles.hiddenWords}>Outcome</span>
                </th>
                <th scope="col">What</th>
                <th scope="col">Name</th>
                <th scope="col">Step</th>
                <th scope="col">When</th>
                <th scope="col">{isOver(view) ? 'Now' : 'If it fails'}</th>
              </tr>
            </thead>
            <tbody>
              {ledger.map(row => (
                <Row key={row.key} row={row} now={now} over={isOver(view)} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
};
