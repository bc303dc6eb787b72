import { MarkdownContent } from '@backstage/core-components';
import { Button, Icon, Section } from '@portico/ui';
import { leftBehind, type LedgerRow, type TaskView } from '../model';
import styles from './task.module.css';
import type { TaskActions } from './useTaskActions';

const Left = (props: { rows: LedgerRow[] }) => (
  <ul>
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
      </li>
    ))}
  </ul>
);

function leftSentence(view: TaskView, rows: LedgerRow[]): string {
  const removed = view.ledger.filter(row => row.outcome === 'removed').length;
  if (rows.length > 0) {
    return 'What it made is still there; trying again finds it and goes on from there:';
  }
  if (removed > 0) {
    return removed === 1
      ? 'The one thing it made is removed.'
      : `All ${removed} things it made are removed.`;
  }
  return 'It had made nothing by then.';
}

const NotFinished = (props: { view: TaskView; actions: TaskActions }) => {
  const { view, actions } = props;
  const rows = leftBehind(view.ledger);
  const step = view.currentStep;
  const failed = view.state === 'failed';
  const where = step ? ` at step ${step.number}: ${step.name}` : '';
  return (
    <Section
      label="How it ended"
      className={`${styles.whole} ${styles.verdict}`}
      tone={failed ? 'bad' : 'fine'}
      role={failed ? 'alert' : undefined}
    >
      <p>
        <strong>
          {failed ? 'Failed' : 'Cancelled'}
          {where}.
        </strong>{' '}
        {view.failure?.reason}
      </p>
      <p>{leftSentence(view, rows)}</p>
      {rows.length ? <Left rows={rows} /> : null}
      <div className={styles.row}>
        {actions.retry ? (
          <Button
            disabled={actions.busy}
            onClick={() => void actions.retry?.()}
          >
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

/** How the task ended: the texts that the template gives, or what failed, what is left and what to do. */
export const Outcome = (props: { view: TaskView; actions: TaskActions }) => {
  const { view, actions } = props;
  if (view.state === 'failed' || view.state === 'cancelled') {
    return <NotFinished view={view} actions={actions} />;
  }
  if (view.state !== 'completed' || view.texts.length === 0) return null;
  return (
    <>
      {view.texts.map(text => (
        <Section
          key={`${text.title}${text.content}`}
          title={text.title}
          className={styles.whole}
        >
          <MarkdownContent content={text.content} linkTarget="_blank" />
        </Section>
      ))}
    </>
  );
};
