import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { describeState, type TaskView, type Tone } from '../model';
import type { Connection } from '../stream/TaskStream';
import type { UsualDurations } from '../stream/usualDurations';
import { ConfirmCancel } from './ConfirmCancel';
import { Freshness } from './Freshness';
import { Icon, type IconName } from './Icon';
import { Lede } from './Lede';
import styles from './task.module.css';
import { TaskMenu } from './TaskMenu';
import type { TaskActions } from './useTaskActions';

const SHAPE: Record<Tone, IconName> = {
  run: 'run',
  ok: 'ok',
  bad: 'bad',
  unk: 'skip',
};

/** The path to the task: Create / Tasks / #id. */
export const Crumbs = (props: { taskId: string }) => (
  <nav className={styles.crumbs} aria-label="Breadcrumb">
    <Link to="../.." relative="path">
      Create
    </Link>
    <span aria-hidden="true">/</span>
    <Link to=".." relative="path">
      Tasks
    </Link>
    <span aria-hidden="true">/</span>
    <span title={props.taskId} aria-current="page">
      #{props.taskId.slice(0, 8)}
    </span>
  </nav>
);

/** Title, state, freshness, actions, and who runs what for whom. */
export const TaskHeader = (props: {
  task: ScaffolderTask;
  view: TaskView;
  usual: UsualDurations;
  now: number;
  connection: Connection;
  lastSeenAt: number | undefined;
  actions: TaskActions;
  onTryNow(): void;
  onDownload(): void;
}) => {
  const { task, view, usual, now, actions } = props;
  const [confirming, setConfirming] = useState(false);
  const words = describeState(view, now, usual);
  const running = view.state === 'running' || view.state === 'waiting';
  const over = !running && view.state !== 'cancelling';
  return (
    <header>
      <Crumbs taskId={task.id} />
      <div className={styles.head}>
        <h1>{view.title}</h1>
        <span className={styles.badge} data-tone={words.tone}>
          <Icon name={SHAPE[words.tone]} size={14} />
          {words.main} {words.rest ? <span>{words.rest}</span> : null}
        </span>
        <div className={styles.hiddenWords} aria-live="polite">
          {words.main}
        </div>
        <div className={styles.actions}>
          <Freshness
            connection={props.connection}
            lastSeenAt={props.lastSeenAt}
            now={now}
            onTryNow={props.onTryNow}
          />
          {actions.startOver ? (
            <button
              type="button"
              className={styles.button}
              onClick={actions.startOver}
            >
              <Icon name="retry" />
              Start over…
            </button>
          ) : null}
          {running && actions.cancel ? (
            <button
              type="button"
              className={`${styles.button} ${styles.danger}`}
              disabled={actions.busy}
              onClick={() => setConfirming(true)}
            >
              Cancel…
            </button>
          ) : null}
          <TaskMenu
            actions={actions}
            over={over}
            onDownload={props.onDownload}
          />
        </div>
      </div>
      <Lede task={task} />
      <ConfirmCancel
        view={view}
        open={confirming && running}
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          void actions.cancel?.();
        }}
      />
    </header>
  );
};
