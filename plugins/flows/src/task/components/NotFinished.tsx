import { Button, Icon, Section, State } from '@portico/ui';
import { describeCleanup, type LedgerRow, type TaskView } from '../model';
import styles from './task.module.css';
import type { TaskActions } from './useTaskActions';

const Left = (props: { rows: LedgerRow[] }) => (
  <ul aria-label="What is left">
    {props.rows.map(row => (
      <li key={row.key}>
        {row.kind}{' '}
        {row.url ? (
          <a href={row.url} target="_blank" rel="noreferrer">
            {row.name}
          </a>
        ) : (
          <code>{row.name}</code>
        )}
        {row.outcome === 'making' ? ' (perhaps)' : ''}
        {row.outcome === 'changed' ? ' (changed)' : ''}
      </li>
    ))}
  </ul>
);

/** How a task failed or was cancelled, what became of what it had made, and what to do. */
export const NotFinished = (props: {
  view: TaskView;
  now: number;
  actions: TaskActions;
}) => {
  const { view, now, actions } = props;
  const words = describeCleanup(view, now);
  const { state, left } = words;
  const step = view.currentStep;
  const failed = view.state === 'failed';
  const where = step ? ` at step ${step.number}, ${step.name}` : '';
  const retry = state === 'nothing' ? actions.retry : undefined;
  const cleanUp = state === 'stuck' ? actions.cleanUp : undefined;
  return (
    <Section
      label="How it ended"
      className={`${styles.whole} ${styles.verdict}`}
      tone={failed || state === 'stuck' ? 'bad' : 'fine'}
      role={failed ? 'alert' : 'status'}
    >
      <p>
        <strong>
          {failed ? 'Failed' : 'Cancelled'}
          {where}; {words.summary}.
        </strong>{' '}
        {state === 'running' || state === 'soon' ? (
          <State state="running">cleaning up</State>
        ) : null}
      </p>
      {view.failure?.reason ? <p>{view.failure.reason}</p> : null}
      {left.length ? (
        <>
          <p>
            {state === 'stuck'
              ? 'Left behind; the table below has the reason and the command for each:'
              : 'These stay:'}
          </p>
          <Left rows={left} />
        </>
      ) : null}
      {words.tries ? <p className={styles.quiet}>{words.tries}</p> : null}
      <div className={styles.row}>
        {cleanUp ? (
          <Button disabled={actions.busy} onClick={() => void cleanUp()}>
            <Icon name="retry" />
            Run clean-up again
          </Button>
        ) : null}
        {retry ? (
          <Button disabled={actions.busy} onClick={() => void retry()}>
            <Icon name="retry" />
            Try again
            {step && step.number > 1 ? ` from step ${step.number}` : ''}
          </Button>
        ) : null}
        {actions.startOver ? (
          <Button onClick={actions.startOver}>
            Change the values and start over…
          </Button>
        ) : null}
      </div>
    </Section>
  );
};
